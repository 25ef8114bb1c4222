import type en from '../en/shell.ts'
import type { Translation } from '../translation.ts'

export default {
  nav: {
    label: 'Menu główne',
    overview: 'Przegląd',
    surveys: 'Ankiety',
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
    responses: 'Odpowiedzi',
    share: 'Udostępnianie',
    properties: 'Właściwości',
    edit: 'Edycja',
    settings: 'Ustawienia',
    ownAccount: 'Moje konto',
  },
  account: {
    language: 'Język',
    theme: 'Jasny czy ciemny',
    themes: { system: 'Jak w systemie', light: 'Jasny', dark: 'Ciemny' },
    signOut: 'Wyloguj się',
    roles: { viewer: 'Może przeglądać', lead: 'Odpowiada klientom', admin: 'Administrator' },
    signIn: 'Zaloguj się',
  },
  example: {
    strip: 'To są dane przykładowe.',
    sure: 'Usunąć wszystkie dane przykładowe razem z notatkami? Nie da się ich przywrócić.',
    removeAll: 'Usuń wszystko',
    keep: 'Zostaw',
    remove: 'Usuń je',
    removing: 'Usuwanie …',
    failed:
      'Nie udało się usunąć danych przykładowych. Wszystkie zostały; proszę spróbować za chwilę.',
  },
} satisfies Translation<typeof en>
