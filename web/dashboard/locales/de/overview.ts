import type en from '../en/overview.ts'
import type { Translation } from '../translation.ts'

export default {
  first: {
    title: 'Willkommen. Womit möchten Sie beginnen?',
    survey: 'Eine Umfrage starten',
    surveyHelp: 'Fertige Frage wählen, ihr einen Namen geben, Link verschicken.',
    import: 'Vorhandene Antworten mitbringen',
    importHelp: 'Dafür braucht es zuerst eine Umfrage. Dann diesen Befehl dort, wo Ohlas läuft:',
    example: 'Erst einmal umsehen',
    exampleHelp: 'Achtzehn Monate erfundene Antworten. Ein Knopf entfernt sie wieder.',
    exampleStart: 'Beispieldaten laden',
    exampleLoading: 'Die Antworten entstehen gerade. Das dauert ein paar Sekunden …',
    exampleFailed:
      'Die Beispieldaten ließen sich nicht anlegen. Sonst hat sich nichts geändert; versuchen Sie es noch einmal.',
    viewer: 'Noch gibt es keine Umfragen. Sobald die Verwaltung eine startet, steht hier ihr Wert.',
  },
  overview: {
    title: 'Übersicht',
    needs: 'Wer auf Sie wartet',
    new: { one: '{{ n }} neu', other: '{{ n }} neu' },
    overdue: { one: '{{ n }} überfällig', other: '{{ n }} überfällig' },
    unowned: { one: '{{ n }} ohne Zuständige', other: '{{ n }} ohne Zuständige' },
    nothing: 'Alle, die enttäuscht waren, haben eine Antwort bekommen.',
    surveys: 'Umfragen',
    days: 'letzte 30 Tage',
    quiet: 'Keine Antworten in den letzten 30 Tagen',
    sparkline: 'Wochenwerte der letzten 26 Wochen',
    empty: 'Noch ist keine Umfrage veröffentlicht',
    emptyHelp:
      'Veröffentlichen Sie eine und verschicken Sie den Link. Mit den ersten Antworten steht hier ihr Wert.',
  },
} satisfies Translation<typeof en>
