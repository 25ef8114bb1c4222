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
      all: 'Cały okres',
      custom: 'Własny',
    },
    earlier: {
      previous: 'Poprzedni okres',
      year: 'Ten sam okres rok temu',
      custom: 'Własny',
      none: 'Bez porównania',
    },
    by: 'Co',
    bys: { day: 'dzień', week: 'tydzień', month: 'miesiąc' },
    segment: 'Grupa',
    everyone: 'Wszyscy',
    band: 'Odpowiedzi',
    anyBand: 'Wszystkie',
    showAll: 'Pokaż wszystko',
    clear: 'Wyczyść filtry',
    counting: 'Liczenie',
    countings: { answers: 'Wszystkie odpowiedzi', customers: 'Ostatnia od każdego klienta' },
    addSegment: 'Dodaj filtr',
    enough: 'Najwyżej 3',
    conditions: 'Aktywne filtry',
    scored: 'Z oceną',
    score: 'Ocena {{ score }}',
    emptyHelp: 'Wybierz dłuższy okres albo wyczyść filtry.',
    without: 'bez „{{ property }}”',
  },
} satisfies Translation<typeof en>
