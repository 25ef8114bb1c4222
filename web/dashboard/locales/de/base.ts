import type en from '../en/base.ts'
import type { Translation } from '../translation.ts'

export default {
  skip: 'Zum Inhalt springen',
  loading: 'Wird geladen',
  answers: { one: '{{ n }} Antwort', other: '{{ n }} Antworten' },
  noAnswers: 'noch keine Antworten',
  more: 'Mehr zeigen',
  export: 'Als CSV laden',
  copy: 'Kopieren',
  close: 'Schließen',
  undo: 'Rückgängig',
  other: 'andere',
  copied: 'Kopiert',
  removeItem: 'Entfernen: {{ what }}',
  undone: 'Rückgängig gemacht',
  answerCount: 'Antworten',
  showAll: 'Alle {{ n }} zeigen',
  showFewer: 'Weniger zeigen',
  notChanged: 'Das ließ sich nicht ändern. Bitte noch einmal versuchen.',
  surveyStates: { draft: 'Entwurf', live: 'Läuft', paused: 'Pausiert', archived: 'Archiviert' },
  seeAnswers: 'Diese Antworten ansehen',
  metrics: {
    nps: 'Weiterempfehlung (NPS)',
    csat: 'Zufriedenheit (CSAT)',
    ces: 'Leichtigkeit (CES)',
  },
  bands: { unhappy: 'Unzufrieden', neutral: 'Neutral', happy: 'Zufrieden' },
  properties: { language: 'Sprache' },
  error: {
    title: 'Das ließ sich nicht laden',
    server:
      'Auf dem Server ist ein Fehler aufgetreten. Es ist nichts verloren; versuchen Sie es gleich noch einmal.',
    busy: 'Es wurde viel auf einmal angefragt und wird noch geladen. Warten Sie einen Moment und versuchen Sie es dann noch einmal.',
    offline:
      'Der Server ist nicht erreichbar. Es ist nichts verloren; prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    filter: 'So lässt sich das nicht zeigen. Prüfen Sie die Daten und die gewählte Gruppe.',
    missing:
      'Das gibt es hier nicht. Vielleicht wurde es entfernt, oder in der Adresse steckt ein Fehler.',
    forbidden: 'Dafür reicht Ihre Rolle nicht. Die Verwaltung kann das ändern.',
    signedOut: 'Sie wurden abgemeldet. Nach der Anmeldung kommen Sie auf diese Seite zurück.',
    retry: 'Noch einmal versuchen',
    updated: 'Ohlas wurde inzwischen vermutlich aktualisiert. Laden Sie die Seite neu.',
    reload: 'Neu laden',
    notFound: 'Diese Seite gibt es nicht',
    home: 'Zur Übersicht',
  },
  refused: {
    date: '„{{ value }}“ bei „{{ name }}“ ist kein Datum.',
    order: 'Der erste Tag, {{ from }}, liegt nach dem letzten, {{ to }}.',
    overlap: 'Die Tage zum Vergleich müssen enden, bevor die gezeigten beginnen.',
    year: 'Mit dem Vorjahr lässt sich höchstens ein Jahr vergleichen. Wählen Sie weniger Tage oder andere zum Vergleich.',
    long: 'Das ist nach Tagen zu lang. Wählen Sie Wochen oder Monate.',
    value: '„{{ value }}“ bei „{{ name }}“ ist hier nicht bekannt.',
    comparison: 'Der Vergleich fehlt gerade, er konnte nicht geladen werden.',
  },
  fields: {
    question: 'Frage',
    from: 'Von',
    to: 'Bis',
    against: 'Verglichen mit',
  },
  files: {
    saveAs: 'Speichern als',
    saveWhatAs: '{{ what }}: als {{ format }} speichern',
    failed: 'Die Datei ließ sich nicht erstellen. Versuchen Sie es noch einmal.',
  },
} satisfies Translation<typeof en>
