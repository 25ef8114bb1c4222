import type en from '../en/filter.ts'
import type { Translation } from '../translation.ts'

export default {
  filter: {
    label: 'Filtr',
    past: '{{ ask }} (už se neklade)',
    range: 'Období',
    ranges: {
      '30d': 'Posledních 30 dní',
      '90d': 'Posledních 90 dní',
      '365d': 'Posledních 12 měsíců',
      all: 'Celé období',
      custom: 'Vlastní',
    },
    earlier: {
      previous: 'Předchozí období',
      year: 'Stejné období loni',
      custom: 'Vlastní',
      none: 'Bez porovnání',
    },
    by: 'Po',
    bys: { day: 'dnech', week: 'týdnech', month: 'měsících' },
    segment: 'Skupina',
    everyone: 'Všichni',
    band: 'Odpovědi',
    anyBand: 'Všechny',
    showAll: 'Zobrazit vše',
    clear: 'Zrušit filtry',
    counting: 'Počítat',
    countings: { answers: 'Všechny odpovědi', customers: 'Poslední od každého zákazníka' },
    addSegment: 'Přidat filtr',
    enough: 'Nejvýše 3',
    conditions: 'Aktivní filtry',
    scored: 'Se známkou',
    score: 'Známka {{ score }}',
    emptyHelp: 'Zvolte delší období nebo zrušte filtry.',
    without: 'bez údaje {{ property }}',
  },
} satisfies Translation<typeof en>
