import type en from '../en/shell.ts'
import type { Translation } from '../translation.ts'

export default {
  nav: {
    label: 'Hlavní nabídka',
    overview: 'Přehled',
    surveys: 'Průzkumy',
    allSurveys: 'Všechny průzkumy ({{ n }})',
    followUps: 'K vyřízení',
    open: {
      one: '{{ n }} otevřený případ',
      few: '{{ n }} otevřené případy',
      many: '{{ n }} otevřeného případu',
      other: '{{ n }} otevřených případů',
    },
    account: 'Účet a zobrazení',
    survey: 'Průzkum',
    trends: 'Vývoj',
    results: 'Výsledky',
    responses: 'Odpovědi',
    share: 'Sdílení',
    properties: 'Vlastnosti',
    edit: 'Upravit',
    settings: 'Nastavení',
    ownAccount: 'Můj účet',
  },
  account: {
    language: 'Jazyk',
    theme: 'Motiv',
    themes: { system: 'Podle systému', light: 'Světlé', dark: 'Tmavé' },
    signOut: 'Odhlásit se',
    roles: { viewer: 'Jen pro čtení', lead: 'Vyřizuje ohlasy', admin: 'Správce' },
    signIn: 'Přihlásit se',
  },
  example: {
    strip: 'Díváte se na ukázková data.',
    sure: 'Smazat všechna ukázková data včetně poznámek? Tuto akci nelze vrátit.',
    removeAll: 'Smazat vše',
    keep: 'Ponechat',
    remove: 'Smazat ukázková data',
    removing: 'Maže se …',
    failed: 'Ukázková data se nepodařilo smazat. Nic se nezměnilo. Zkuste to znovu.',
  },
} satisfies Translation<typeof en>
