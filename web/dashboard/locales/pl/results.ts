import type en from '../en/results.ts'
import type { Translation } from '../translation.ts'

export default {
  results: {
    answered: 'Odpowiedziało {{ n }} na {{ all }}',
    several: 'można wybrać kilka; udziały wśród tych, którzy odpowiedzieli',
    condition: 'zadawane po pytaniu „{{ ask }}”: {{ answers }}',
    notAsked: 'już niezadawane',
    notOffered: 'już niedostępna',
    share: 'Udział',
    effect: '{{ metric }}: wybierający tę odpowiedź w porównaniu z pozostałymi',
    overTime: 'W czasie',
    shareOverTime: '{{ option }}: udział w czasie',
    mean: 'średnia w skali od {{ min }} do {{ max }}',
    upper: '{{ metric }}: odpowiedzi {{ upper }} w porównaniu z {{ lower }}: {{ verdict }}',
    searchComments: 'Szukaj w tych komentarzach',
    split: 'Podziel według',
    noSplit: 'Bez podziału',
    groups: '{{ ask }}: udziały według „{{ property }}”',
  },
} satisfies Translation<typeof en>
