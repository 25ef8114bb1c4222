import type en from '../en/responses.ts'
import type { Translation } from '../translation.ts'

export default {
  responses: {
    noWords: 'Ohne Worte, nur die Note.',
    anonymous: 'Anonym',
    unverified: 'Nicht verifiziert',
    badSignature: 'Ungültige Signatur',
    unusable: 'Im Link nicht verwendbar: {{ names }}',
    partial: 'nicht beendet',
    added: 'Ergänzt: {{ time }}',
    empty: 'Keine Antwort passt',
    shown: { one: '{{ n }} Antwort zu sehen', other: '{{ n }} Antworten zu sehen' },
    followUp: 'Nachfassen: {{ state }}',
    of: 'von {{ max }}',
    state: 'Anzeigen',
    states: { counted: 'Gezählt', excluded: 'Beiseitegelegt' },
    reasons: {
      unconfirmed: 'Kam mit einem Link aus einer E-Mail; noch hat niemand getippt oder gesendet.',
      test: 'Ein Test Ihres Teams.',
      scores: 'Die Seite gab binnen Sekunden mehrere Noten, ohne dass jemand tippte.',
      links: 'Binnen Sekunden wurden alle Noten-Links einer E-Mail geöffnet.',
      honeypot: 'Ein Feld ist ausgefüllt, das Menschen nicht sehen.',
      hidden: 'Kam über einen Link, den Menschen nicht sehen.',
      fast: 'In weniger als einer Sekunde geschrieben und gesendet.',
      proof:
        'Kam in einer Flut von Antworten, und der Browser hat die Bot-Prüfung nicht bestanden.',
      flood: 'Kam in einer Flut von Antworten; so viele geben Menschen in dieser Zeit nicht.',
      pace: 'Am Kiosk innerhalb einer Minute mit zwanzig anderen Antworten.',
      person: 'Von Ihrem Team beiseitegelegt.',
    },
    count: 'Mitzählen',
    exclude: 'Beiseitelegen',
    nowExcluded: 'Beiseitegelegt, sie zählt jetzt nicht mit',
    excludedBy: 'Beiseitegelegt von {{ name }}, {{ time }}.',
    nowCounted: 'Zählt jetzt mit',
    noneExcluded: 'Nichts ist beiseitegelegt',
    excludedHelp:
      'Hier liegen Antworten, die nach einem Roboter aussehen, auf ein Tippen des Kunden warten oder Tests waren. Sie zählen nicht mit.',
    optedOut: 'Möchte nicht mehr gefragt werden',
    optOutAsked: 'Bittet, nicht mehr gefragt zu werden, über einen unsignierten Link',
  },
  followUpStates: {
    new: 'Neu',
    contacted: 'Kontaktiert',
    resolved: 'Gelöst',
    dismissed: 'Verworfen',
    overdue: 'Überfällig',
  },
} satisfies Translation<typeof en>
