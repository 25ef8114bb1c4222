import type en from '../en/floods.ts'
import type { Translation } from '../translation.ts'

export default {
  floods: {
    label: 'Odpowiedzi, które wyglądają na automatyczne',
    notice: {
      one: '{{ n }} odpowiedź {{ when }} wygląda na automatyczną',
      few: '{{ n }} odpowiedzi {{ when }} wyglądają na automatyczne',
      many: '{{ n }} odpowiedzi {{ when }} wygląda na automatyczne',
      other: '{{ n }} odpowiedzi {{ when }} wygląda na automatyczne',
    },
    at: 'z godz. {{ from }}',
    atOn: 'z {{ day }} z godz. {{ from }}',
    between: 'między {{ from }} a {{ to }}',
    betweenOn: 'z {{ day }} między {{ from }} a {{ to }}',
    more: {
      one: 'i jeszcze {{ n }}',
      few: 'i jeszcze {{ n }}',
      many: 'i jeszcze {{ n }}',
      other: 'i jeszcze {{ n }}',
    },
    review: 'Przejrzyj',
    count: 'Policz wszystkie',
    exclude: 'Zostaw odłożone',
    progress: '{{ done }} z {{ of }} …',
    counted: {
      one: '{{ n }} odpowiedź teraz się liczy',
      few: '{{ n }} odpowiedzi teraz się liczą',
      many: '{{ n }} odpowiedzi teraz się liczy',
      other: '{{ n }} odpowiedzi teraz się liczy',
    },
    excluded: {
      one: '{{ n }} odpowiedź pozostaje odłożona',
      few: '{{ n }} odpowiedzi pozostają odłożone',
      many: '{{ n }} odpowiedzi pozostaje odłożonych',
      other: '{{ n }} odpowiedzi pozostaje odłożonych',
    },
    already: 'O tych odpowiedziach zdecydował już ktoś inny.',
    notLoaded: 'Nie udało się sprawdzić, czy jakieś odpowiedzi wyglądają na automatyczne.',
    chip: 'Wyglądają na automatyczne, {{ when }}',
    reviewed: 'Wszystkie te odpowiedzi zostały sprawdzone',
    reviewedHelp: 'Uwzględnione odpowiedzi są w Liczone, pozostałe w Wykluczone.',
  },
} satisfies Translation<typeof en>
