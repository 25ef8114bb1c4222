import type en from '../en/alerts.ts'
import type { Translation } from '../translation.ts'

export default {
  alerts: {
    title: 'Was sich geändert hat',
    none: 'In letzter Zeit nichts, was nicht der Zufall erklärt.',
    up: 'Der Wert ist um etwa {{ by }} gestiegen, mehr als der Zufall erklärt',
    down: 'Der Wert ist um etwa {{ by }} gefallen, mehr als der Zufall erklärt',
    since: 'Seit der Woche ab {{ day }} von {{ before }} auf {{ after }}, {{ answers }}',
    until: '{{ answers }} bis {{ day }}',
    sinceOneOf:
      'Seit einer der Wochen vom {{ from }} bis zum {{ to }}, von {{ before }} auf etwa {{ after }}, {{ answers }}',
    share: '{{ share }} sind unzufrieden, die Grenze ist {{ over }}',
    shareFacts: '{{ days }}, {{ answers }}; mit 95 % Sicherheit mindestens {{ low }}',
    silence: { one: '{{ n }} Tag ohne Antwort', other: '{{ n }} Tage ohne Antwort' },
    from: 'Ab {{ day }}',
    usually: '{{ from }}; in einer gewöhnlichen Woche: {{ answers }}',
    show: 'Diese Wochen ansehen',
    acknowledge: 'Beiseitelegen',
    toasts: {
      acknowledged: 'Beiseitegelegt, für alle',
      restored: 'Wieder da',
      failed: 'Nicht gespeichert. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    },
    pictures: {
      shift: 'Wochenwerte; gestrichelt das Niveau davor und seither',
      share: 'Anteil der Unzufriedenen, sieben Tage je Balken; gestrichelt die Grenze',
      silence: 'Antworten, sieben Tage je Balken',
    },
  },
} satisfies Translation<typeof en>
