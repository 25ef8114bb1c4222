import type en from '../en/filter.ts'
import type { Translation } from '../translation.ts'

export default {
  filter: {
    label: 'Filter',
    past: '{{ ask }} (wird nicht mehr gestellt)',
    range: 'Zeitraum',
    ranges: {
      '30d': 'Letzte 30 Tage',
      '90d': 'Letzte 90 Tage',
      '365d': 'Letzte 12 Monate',
      all: 'Alles',
      custom: 'Eigener Zeitraum',
    },
    earlier: {
      previous: 'Der Zeit davor',
      year: 'Der Zeit vor einem Jahr',
      custom: 'Eigenem Zeitraum',
      none: 'Nichts',
    },
    by: 'Je',
    bys: { day: 'Tag', week: 'Woche', month: 'Monat' },
    segment: 'Gruppe',
    everyone: 'Alle',
    band: 'Antworten',
    anyBand: 'Alle',
    showAll: 'Alles zeigen',
    clear: 'Filter löschen',
    counting: 'Gezählt wird',
    countings: { answers: 'Jede Antwort', customers: 'Die letzte je Kunde' },
    addSegment: 'Und außerdem …',
    enough: 'Höchstens drei',
    conditions: 'Was gewählt ist',
    scored: 'Mit Bewertung',
    score: 'Bewertung {{ score }}',
    emptyHelp: 'Wählen Sie einen längeren Zeitraum, oder löschen Sie den Filter.',
    without: 'ohne {{ property }}',
  },
} satisfies Translation<typeof en>
