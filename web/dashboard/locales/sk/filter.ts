import type en from '../en/filter.ts'
import type { Translation } from '../translation.ts'

export default {
  filter: {
    label: 'Filter',
    past: '{{ ask }} (už sa nekladie)',
    range: 'Obdobie',
    ranges: {
      '30d': 'Posledných 30 dní',
      '90d': 'Posledných 90 dní',
      '365d': 'Posledných 12 mesiacov',
      all: 'Všetko',
      custom: 'Vlastné dátumy',
    },
    earlier: {
      previous: 'Predchádzajúcim obdobím',
      year: 'Obdobím pred rokom',
      custom: 'Vlastnými dátumami',
      none: 'Ničím',
    },
    by: 'Po',
    bys: { day: 'dňoch', week: 'týždňoch', month: 'mesiacoch' },
    segment: 'Skupina',
    everyone: 'Všetci',
    band: 'Odpovede',
    anyBand: 'Všetky',
    showAll: 'Zobraziť všetko',
    clear: 'Zrušiť filter',
    counting: 'Počíta sa',
    countings: { answers: 'Každá odpoveď', customers: 'Posledná od každého zákazníka' },
    addSegment: 'A k tomu…',
    enough: 'Najviac tri',
    conditions: 'Čo je vybrané',
    scored: 'So známkou',
    score: 'Známka {{ score }}',
    emptyHelp: 'Zvoľte dlhšie obdobie alebo zrušte filter.',
    without: 'bez údaja {{ property }}',
  },
} satisfies Translation<typeof en>
