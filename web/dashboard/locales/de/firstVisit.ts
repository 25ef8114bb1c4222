import type en from '../en/firstVisit.ts'
import type { Translation } from '../translation.ts'

export default {
  first: {
    title: 'Willkommen. Womit möchten Sie beginnen?',
    survey: 'Eine Umfrage starten',
    surveyHelp: 'Fertige Frage wählen, ihr einen Namen geben, Link verschicken.',
    import: 'Antworten importieren',
    importHelp:
      'Laden Sie vorhandene Antworten als CSV, Excel oder JSON hoch. Vor dem Speichern sehen Sie eine Vorschau.',
    importStart: 'Datei auswählen',
    example: 'Erst einmal umsehen',
    exampleHelp: 'Achtzehn Monate erfundene Antworten. Ein Knopf entfernt sie wieder.',
    exampleStart: 'Beispieldaten laden',
    exampleLoading: 'Die Antworten entstehen gerade. Das dauert ein paar Sekunden …',
    exampleFailed:
      'Die Beispieldaten ließen sich nicht anlegen. Sonst hat sich nichts geändert; versuchen Sie es noch einmal.',
    viewer: 'Noch gibt es keine Umfragen. Sobald die Verwaltung eine startet, steht hier ihr Wert.',
  },
} satisfies Translation<typeof en>
