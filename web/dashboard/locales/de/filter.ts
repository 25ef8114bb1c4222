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
      all: 'Gesamter Zeitraum',
      custom: 'Benutzerdefiniert',
    },
    earlier: {
      previous: 'Vorheriger Zeitraum',
      year: 'Gleicher Zeitraum im Vorjahr',
      custom: 'Benutzerdefiniert',
      none: 'Kein Vergleich',
    },
    by: 'Je',
    bys: { day: 'Tag', week: 'Woche', month: 'Monat' },
    segment: 'Gruppe',
    everyone: 'Alle',
    band: 'Antworten',
    anyBand: 'Alle',
    showAll: 'Alle anzeigen',
    clear: 'Filter zurücksetzen',
    counting: 'Zählung',
    countings: { answers: 'Alle Antworten', customers: 'Letzte je Kunde' },
    addSegment: 'Filter hinzufügen',
    enough: 'Höchstens 3',
    conditions: 'Aktive Filter',
    scored: 'Mit Bewertung',
    score: 'Bewertung {{ score }}',
    emptyHelp: 'Wählen Sie einen längeren Zeitraum oder setzen Sie die Filter zurück.',
    without: 'ohne {{ property }}',
  },
} satisfies Translation<typeof en>
