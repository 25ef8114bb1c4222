import type en from '../en/surveys.ts'
import type { Translation } from '../translation.ts'

export default {
  surveys: {
    title: 'Umfragen',
    new: 'Neue Umfrage',
    publish: 'Veröffentlichen',
    publishInEditor: 'Im Editor veröffentlichen',
    resume: 'Fortsetzen',
    pause: 'Pausieren',
    copy: 'Link kopieren',
    import: 'Antworten importieren',
    open: 'Seite öffnen',
    last: 'Letzte Antwort {{ when }}',
    published: '„{{ name }}“ läuft.',
    paused: '„{{ name }}“ ist pausiert. Der Link zeigt jetzt, dass die Umfrage geschlossen ist.',
    failed: '„{{ name }}“ konnte nicht geändert werden. Versuchen Sie es erneut.',
    search: 'Umfragen suchen',
    none: 'Kein Name passt dazu',
    noneHelp: 'Versuchen Sie es mit weniger Buchstaben oder leeren Sie die Suche.',
    filter: 'Anzeigen',
    current: 'Aktuell',
    archivedFilter: 'Archiviert ({{ n }})',
    days: 'letzte {{ n }} Tage',
    noScore: 'Keine Antworten in den letzten {{ n }} Tagen',
    actions: 'Aktionen für {{ name }}',
    duplicate: 'Duplizieren',
    copyName: '{{ name }} – Kopie',
    archive: 'Archivieren',
    restore: 'Wiederherstellen',
    archived:
      '„{{ name }}“ ist archiviert. Die Umfrage nimmt keine Antworten an und behält ihre Werte.',
    restored: '„{{ name }}“ ist wiederhergestellt.',
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
    languagesHelp:
      'Ausgewählt sind Ihre Sprache und die der letzten Umfrage; im Editor können Sie das ändern. Kunden sehen ihre eigene; die erste gilt für alle anderen.',
    question: 'Die Umfrage fragt',
    groups: {
      service: 'Service',
      purchase: 'Einkauf',
      product: 'Produkt und Kundenbeziehung',
      scale: 'Jederzeit',
    },
    submit: 'Umfrage erstellen',
    needName: 'Geben Sie ihr einen Namen, damit Ihr Team sie findet.',
    needLanguage: 'Wählen Sie mindestens eine Sprache.',
    failed:
      'Die Umfrage konnte nicht erstellt werden. Ihre Auswahl ist noch da; versuchen Sie es erneut.',
    link: 'Link für Kunden',
    toShare: 'Weitere Wege, sie zu teilen',
  },
} satisfies Translation<typeof en>
