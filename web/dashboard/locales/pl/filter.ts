import type en from '../en/filter.ts'
import type { Translation } from '../translation.ts'

export default {
  filter: {
    label: 'Filtr',
    past: '{{ ask }} (już niezadawane)',
    range: 'Okres',
    ranges: {
      '30d': 'Ostatnie 30 dni',
      '90d': 'Ostatnie 90 dni',
      '365d': 'Ostatnie 12 miesięcy',
      all: 'Wszystko',
      custom: 'Własne daty',
    },
    earlier: {
      previous: 'Poprzednim okresem',
      year: 'Okresem sprzed roku',
      custom: 'Własnymi datami',
      none: 'Niczym',
    },
    by: 'Co',
    bys: { day: 'dzień', week: 'tydzień', month: 'miesiąc' },
    segment: 'Grupa',
    everyone: 'Wszyscy',
    band: 'Odpowiedzi',
    anyBand: 'Wszystkie',
    showAll: 'Pokaż wszystko',
    clear: 'Wyczyść filtr',
    counting: 'Liczone są',
    countings: { answers: 'Wszystkie odpowiedzi', customers: 'Ostatnie każdego klienta' },
    addSegment: 'I jeszcze…',
    enough: 'Najwyżej trzy',
    conditions: 'Co wybrano',
    scored: 'Z oceną',
    score: 'Ocena {{ score }}',
    emptyHelp: 'Proszę wybrać dłuższy okres albo wyczyścić filtr.',
    without: 'bez „{{ property }}”',
  },
} satisfies Translation<typeof en>
