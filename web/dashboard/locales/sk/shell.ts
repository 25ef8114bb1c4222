import type en from '../en/shell.ts'
import type { Translation } from '../translation.ts'

export default {
  nav: {
    label: 'Hlavná ponuka',
    overview: 'Prehľad',
    surveys: 'Prieskumy',
    allSurveys: 'Všetky prieskumy ({{ n }})',
    followUps: 'Na vybavenie',
    open: {
      one: '{{ n }} otvorený prípad',
      few: '{{ n }} otvorené prípady',
      many: '{{ n }} otvoreného prípadu',
      other: '{{ n }} otvorených prípadov',
    },
    account: 'Účet a zobrazenie',
    survey: 'Prieskum',
    trends: 'Vývoj',
    results: 'Výsledky',
    responses: 'Odpovede',
    share: 'Zdieľanie',
    properties: 'Vlastnosti',
    edit: 'Upraviť',
    settings: 'Nastavenia',
    ownAccount: 'Môj účet',
  },
  account: {
    language: 'Jazyk',
    theme: 'Motív',
    themes: { system: 'Podľa systému', light: 'Svetlé', dark: 'Tmavé' },
    signOut: 'Odhlásiť sa',
    roles: { viewer: 'Len na čítanie', lead: 'Vybavuje ohlasy', admin: 'Správca' },
    signIn: 'Prihlásiť sa',
  },
  example: {
    strip: 'Pozeráte sa na ukážkové dáta.',
    sure: 'Zmazať všetky ukážkové dáta vrátane poznámok? Túto akciu nemožno vrátiť.',
    removeAll: 'Zmazať všetko',
    keep: 'Ponechať',
    remove: 'Zmazať ukážkové dáta',
    removing: 'Maže sa …',
    failed: 'Ukážkové dáta sa nepodarilo zmazať. Nič sa nezmenilo. Skúste to znova.',
  },
} satisfies Translation<typeof en>
