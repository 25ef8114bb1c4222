import type en from '../en/firstVisit.ts'
import type { Translation } from '../translation.ts'

export default {
  first: {
    title: 'Willkommen. Womit möchten Sie beginnen?',
    survey: 'Umfrage erstellen',
    surveyHelp: 'Wählen Sie eine Vorlage, benennen Sie sie und teilen Sie den Link.',
    import: 'Antworten importieren',
    importHelp:
      'Laden Sie vorhandene Antworten als CSV, Excel oder JSON hoch. Vor dem Speichern sehen Sie eine Vorschau.',
    importStart: 'Datei auswählen',
    example: 'Mit Beispieldaten ausprobieren',
    exampleHelp: 'Achtzehn Monate erfundener Antworten, mit einem Klick wieder gelöscht.',
    exampleStart: 'Beispieldaten laden',
    exampleLoading: 'Die Antworten entstehen gerade. Das dauert ein paar Sekunden …',
    exampleFailed:
      'Die Beispieldaten konnten nicht geladen werden. Nichts wurde geändert. Versuchen Sie es erneut.',
    viewer: 'Noch gibt es keine Umfragen. Sobald die Verwaltung eine startet, steht hier ihr Wert.',
  },
} satisfies Translation<typeof en>
