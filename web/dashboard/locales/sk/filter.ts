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
      all: 'Celé obdobie',
      custom: 'Vlastné',
    },
    earlier: {
      previous: 'Predchádzajúce obdobie',
      year: 'Rovnaké obdobie vlani',
      custom: 'Vlastné',
      none: 'Bez porovnania',
    },
    by: 'Po',
    bys: { day: 'dňoch', week: 'týždňoch', month: 'mesiacoch' },
    segment: 'Skupina',
    everyone: 'Všetci',
    band: 'Odpovede',
    anyBand: 'Všetky',
    showAll: 'Zobraziť všetko',
    clear: 'Zrušiť filtre',
    counting: 'Počítať',
    countings: { answers: 'Všetky odpovede', customers: 'Posledná od každého zákazníka' },
    addSegment: 'Pridať filter',
    enough: 'Najviac 3',
    conditions: 'Aktívne filtre',
    scored: 'So známkou',
    score: 'Známka {{ score }}',
    emptyHelp: 'Zvoľte dlhšie obdobie alebo zrušte filtre.',
    without: 'bez údaja {{ property }}',
  },
} satisfies Translation<typeof en>
