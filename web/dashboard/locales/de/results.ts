import type en from '../en/results.ts'
import type { Translation } from '../translation.ts'

export default {
  results: {
    answered: '{{ n }} von {{ all }} haben geantwortet',
    several: 'mehrere wählbar; Anteile an allen, die geantwortet haben',
    condition: 'gestellt nach „{{ ask }}“: {{ answers }}',
    notAsked: 'wird nicht mehr gestellt',
    notOffered: 'nicht mehr angeboten',
    share: 'Anteil',
    effect: '{{ metric }}: wer dies gewählt hat, gegenüber den übrigen',
    overTime: 'Im Verlauf',
    shareOverTime: '{{ option }}: Anteil im Verlauf',
    mean: 'Mittelwert auf einer Skala von {{ min }} bis {{ max }}',
    upper: '{{ metric }}: Antworten {{ upper }} gegenüber {{ lower }}: {{ verdict }}',
    searchComments: 'Diese Kommentare durchsuchen',
    split: 'Aufteilen nach',
    noSplit: 'Nicht aufteilen',
    groups: '{{ ask }}: Anteile nach {{ property }}',
  },
} satisfies Translation<typeof en>
