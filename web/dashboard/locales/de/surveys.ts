import type en from '../en/surveys.ts'
import type { Translation } from '../translation.ts'

export default {
  surveys: {
    title: 'Umfragen',
    new: 'Neue Umfrage',
    publish: 'Veröffentlichen',
    resume: 'Fortsetzen',
    pause: 'Pausieren',
    copy: 'Link kopieren',
    import: 'Antworten importieren',
    open: 'Seite öffnen',
    last: 'zuletzt {{ when }}',
    published: '„{{ name }}“ läuft.',
    paused: '„{{ name }}“ ist pausiert. Der Link zeigt jetzt, dass die Umfrage geschlossen ist.',
    failed: '„{{ name }}“ konnte nicht geändert werden. Versuchen Sie es erneut.',
    empty: 'Noch gibt es keine Umfragen',
    emptyHelp: 'Eine Umfrage ist eine Frage, die Kunden in zehn Sekunden beantworten.',
    noAddressHelp:
      'Links zu Umfragen werden aus PUBLIC_URL gebildet. Setzen Sie diese auf dem Server, etwa auf https://ask.example.com, und starten Sie ihn neu.',
    noAddress: 'Dieser Server hat keine öffentliche Adresse',
  },
  newSurvey: {
    title: 'Neue Umfrage',
    template: 'Was möchten Sie wissen?',
    name: 'Name',
    nameHelp: 'Für Ihr Team. Kunden sehen ihn nicht.',
    languages: 'Sprachen',
    languagesHelp: 'Kunden sehen ihre eigene; die erste gilt für alle anderen.',
    submit: 'Umfrage erstellen',
    needName: 'Geben Sie ihr einen Namen, damit Ihr Team sie findet.',
    needLanguage: 'Wählen Sie mindestens eine Sprache.',
    failed:
      'Die Umfrage konnte nicht erstellt werden. Ihre Auswahl ist noch da; versuchen Sie es erneut.',
    link: 'Link für Kunden',
    toShare: 'Weitere Wege, sie zu teilen',
  },
} satisfies Translation<typeof en>
