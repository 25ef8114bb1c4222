import type en from '../en/alerts.ts'
import type { Translation } from '../translation.ts'

export default {
  alerts: {
    title: 'Was sich geändert hat',
    none: 'Zuletzt keine deutlichen Veränderungen.',
    up: 'Wert um etwa {{ by }} gestiegen · deutliche Veränderung',
    down: 'Wert um etwa {{ by }} gefallen · deutliche Veränderung',
    upAtMost: 'Wert um bis zu {{ by }} gestiegen · deutliche Veränderung',
    downAtMost: 'Wert um bis zu {{ by }} gefallen · deutliche Veränderung',
    since: 'Seit der Woche ab {{ day }} von {{ before }} auf {{ after }}, {{ answers }}',
    until: '{{ answers }} bis {{ day }}',
    sinceOneOf:
      'Seit einer der Wochen vom {{ from }} bis zum {{ to }}, von {{ before }} auf etwa {{ after }}, {{ answers }}',
    share: '{{ share }} unzufrieden · Grenze {{ over }}',
    shareFacts: '{{ days }}, {{ answers }}; mit 95 % Sicherheit mindestens {{ low }}',
    silence: { one: '{{ n }} Tag ohne Antwort', other: '{{ n }} Tage ohne Antwort' },
    from: 'Ab {{ day }}',
    usually: '{{ from }}; in einer gewöhnlichen Woche: {{ answers }}',
    show: 'Diese Wochen ansehen',
    acknowledge: 'Bestätigen',
    toasts: {
      acknowledged: 'Für alle bestätigt',
      restored: 'Wiederhergestellt',
      failed: 'Nicht gespeichert. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    },
    pictures: {
      shift: 'Wochenwerte; gestrichelt: Niveau davor und seither',
      share: 'Anteil unzufriedener Antworten, sieben Tage je Balken; gestrichelt: die Grenze',
      silence: 'Antworten, sieben Tage je Balken',
    },
  },
} satisfies Translation<typeof en>
