import type en from '../en/shell.ts'
import type { Translation } from '../translation.ts'

export default {
  nav: {
    label: 'Menu główne',
    overview: 'Przegląd',
    surveys: 'Ankiety',
    allSurveys: 'Wszystkie ankiety ({{ n }})',
    followUps: 'Do załatwienia',
    open: {
      one: '{{ n }} otwarta sprawa',
      few: '{{ n }} otwarte sprawy',
      many: '{{ n }} otwartych spraw',
      other: '{{ n }} otwartej sprawy',
    },
    account: 'Konto i wygląd',
    survey: 'Ankieta',
    trends: 'Trend',
    results: 'Wyniki',
    responses: 'Odpowiedzi',
    share: 'Udostępnianie',
    properties: 'Właściwości',
    edit: 'Edycja',
    settings: 'Ustawienia',
    ownAccount: 'Moje konto',
  },
  account: {
    language: 'Język',
    theme: 'Motyw',
    themes: { system: 'Systemowy', light: 'Jasny', dark: 'Ciemny' },
    signOut: 'Wyloguj się',
    roles: { viewer: 'Może przeglądać', lead: 'Odpowiada klientom', admin: 'Administrator' },
    signIn: 'Zaloguj się',
  },
  example: {
    strip: 'To są dane przykładowe.',
    sure: 'Usunąć wszystkie przykładowe dane wraz z notatkami? Tego nie można cofnąć.',
    removeAll: 'Usuń wszystko',
    keep: 'Zachowaj',
    remove: 'Usuń przykładowe dane',
    removing: 'Usuwanie …',
    failed:
      'Nie udało się usunąć przykładowych danych. Nic się nie zmieniło. Proszę spróbować ponownie.',
  },
} satisfies Translation<typeof en>
