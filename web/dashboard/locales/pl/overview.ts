import type en from '../en/overview.ts'
import type { Translation } from '../translation.ts'

export default {
  overview: {
    title: 'Przegląd',
    needs: 'Wymaga uwagi',
    new: {
      one: '{{ n }} nowa',
      few: '{{ n }} nowe',
      many: '{{ n }} nowych',
      other: '{{ n }} nowej',
    },
    overdue: {
      one: '{{ n }} po terminie',
      few: '{{ n }} po terminie',
      many: '{{ n }} po terminie',
      other: '{{ n }} po terminie',
    },
    unowned: {
      one: '{{ n }} nieprzypisana',
      few: '{{ n }} nieprzypisane',
      many: '{{ n }} nieprzypisanych',
      other: '{{ n }} nieprzypisanej',
    },
    suspected: {
      one: '{{ n }} odpowiedź wygląda na automatyczną',
      few: '{{ n }} odpowiedzi wyglądają na automatyczne',
      many: '{{ n }} odpowiedzi wygląda na automatyczne',
      other: '{{ n }} odpowiedzi wygląda na automatyczne',
    },
    nothing: 'Nic nie wymaga uwagi.',
    surveys: 'Ankiety',
    quiet: 'Brak odpowiedzi z ostatnich 30 dni',
    steps: {
      title: 'Pierwsze kroki',
      hide: 'Ukryj',
      survey: 'Opublikuj ankietę',
      answer: 'Zbierz pierwszą odpowiedź',
      team: 'Zaproś zespół',
      address: 'Ustaw w PUBLIC_URL adres z https',
      done: 'gotowe',
      open: 'jeszcze nie',
    },
    comments: 'Najnowsze komentarze',
    sparkline: 'Tygodniowy wynik z ostatnich 26 tygodni',
    empty: 'Żadna ankieta nie jest jeszcze opublikowana',
    emptyHelp: 'Po opublikowaniu i wysłaniu linku pojawi się tu wynik z pierwszych odpowiedzi.',
  },
} satisfies Translation<typeof en>
