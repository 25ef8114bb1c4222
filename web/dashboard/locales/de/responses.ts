import type en from '../en/responses.ts'
import type { Translation } from '../translation.ts'

export default {
  responses: {
    noWords: 'Kein Kommentar',
    anonymous: 'Anonym',
    unverified: 'Nicht verifiziert',
    badSignature: 'Ungültige Signatur',
    unusable: 'Im Link nicht verwendbar: {{ names }}',
    partial: 'nicht beendet',
    added: 'Ergänzt: {{ time }}',
    empty: 'Keine Antwort passt',
    search: 'Antworten durchsuchen',
    noMatch: 'Keine Antwort zu „{{ text }}“ gefunden',
    noMatchHelp: 'Prüfen Sie die Schreibweise oder suchen Sie nach weniger Wörtern.',
    shown: { one: '{{ n }} Antwort zu sehen', other: '{{ n }} Antworten zu sehen' },
    followUp: 'Nachfassen: {{ state }}',
    of: 'von {{ max }}',
    state: 'Anzeigen',
    states: { counted: 'Gezählt', excluded: 'Ausgeschlossen' },
    reasons: {
      unconfirmed:
        'Über einen E-Mail-Link geöffnet; noch hat niemand getippt oder etwas abgesendet.',
      test: 'Ein Test Ihres Teams.',
      scores: 'Die Seite gab binnen Sekunden mehrere Noten, ohne dass jemand tippte.',
      links: 'Binnen Sekunden wurden alle Noten-Links einer E-Mail geöffnet.',
      honeypot: 'Hat ein Feld ausgefüllt, das Menschen nicht sehen.',
      hidden: 'Ist einem Link gefolgt, den Menschen nicht sehen.',
      fast: 'In weniger als einer Sekunde geschrieben und gesendet.',
      proof:
        'Kam in einer Flut von Antworten, und der Browser hat die Bot-Prüfung nicht bestanden.',
      flood: 'Kam in einer Flut von Antworten; so viele geben Menschen in dieser Zeit nicht.',
      pace: 'Am Kiosk innerhalb einer Minute mit zwanzig anderen Antworten.',
      person: 'Von Ihrem Team ausgeschlossen.',
    },
    count: 'Einbeziehen',
    exclude: 'Ausschließen',
    nowExcluded: 'Ausgeschlossen. Die Antwort zählt nicht mehr.',
    excludedBy: 'Ausgeschlossen von {{ name }}, {{ time }}.',
    nowCounted: 'Einbezogen. Die Antwort zählt jetzt.',
    noneExcluded: 'Nichts ist ausgeschlossen',
    excludedHelp: 'Mutmaßliche Bots, unbestätigte Klicks in E-Mails und Tests. Sie zählen nicht.',
    optedOut: 'Möchte nicht mehr gefragt werden',
    optOutAsked: 'Bittet, nicht mehr gefragt zu werden, über einen unsignierten Link',
  },
  followUpStates: {
    new: 'Neu',
    contacted: 'Kontaktiert',
    resolved: 'Gelöst',
    dismissed: 'Verworfen',
  },
} satisfies Translation<typeof en>
