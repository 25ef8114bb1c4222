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
      all: 'Všechno',
      custom: 'Vlastní data',
    },
    earlier: {
      previous: 'Předchozím obdobím',
      year: 'Obdobím před rokem',
      custom: 'Vlastními daty',
      none: 'Ničím',
    },
    by: 'Po',
    bys: { day: 'dnech', week: 'týdnech', month: 'měsících' },
    segment: 'Skupina',
    everyone: 'Všichni',
    band: 'Odpovědi',
    anyBand: 'Všechny',
    showAll: 'Zobrazit vše',
    clear: 'Zrušit filtr',
    counting: 'Počítá se',
    countings: { answers: 'Každá odpověď', customers: 'Poslední od každého zákazníka' },
    addSegment: 'A k tomu…',
    enough: 'Nejvýš tři',
    conditions: 'Co je vybráno',
    scored: 'Se známkou',
    score: 'Známka {{ score }}',
    emptyHelp: 'Zvolte delší období nebo zrušte filtr.',
    without: 'bez údaje {{ property }}',
  },
} satisfies Translation<typeof en>
