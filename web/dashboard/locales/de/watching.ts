import type en from '../en/watching.ts'
import type { Translation } from '../translation.ts'

export default {
  watch: {
    title: 'Benachrichtigungen',
    help: 'Jede Meldung erscheint einmal, in der Übersicht. Zufällige Schwankungen werden ignoriert.',
    notLive: 'Meldungen beginnen, sobald die Umfrage live ist.',
    shift: 'Der Wert verschiebt sich',
    shiftHelp:
      'Vergleicht jede Woche mit dem Ausgangswert unten und meldet nur deutliche Veränderungen.',
    share: 'Zu viele unzufriedene Antworten',
    shareHelp:
      'Wird nur gemeldet, wenn selbst das untere Ende des 95-%-Intervalls über der Grenze liegt.',
    usualShare: 'Üblich sind {{ share }}.',
    over: 'Mehr als (%)',
    days: 'Innerhalb (Tage)',
    silence: 'Keine Antworten',
    silenceHelp: 'Gezählt werden ganze Tage.',
    usualRhythm: 'In einer gewöhnlichen Woche: {{ answers }}.',
    silent: 'Für (Tage)',
    whole: 'Eine ganze Zahl von 1 bis {{ most }}.',
    saves: 'Änderungen speichern sich von selbst.',
    viewer: 'Teamleitung und Admins können das ändern.',
    saving: 'Wird gespeichert …',
    saved: 'Gespeichert',
    failed: 'Nicht gespeichert. Versuchen Sie es erneut.',
    baseline: 'Grundlinie',
    against: 'Verglichen mit {{ score }}: {{ days }}, {{ answers }}.',
    setItself: 'Automatisch ermittelt.',
    setBy: 'Gesetzt von {{ by }}.',
    waiting:
      'Der Ausgangswert wird ermittelt: {{ weeks }} von {{ ofWeeks }} Wochen, {{ answers }} von {{ ofAnswers }} Antworten.',
    normal: 'Als neuen Ausgangswert übernehmen',
    normalHelp: 'Ab dieser Woche wird ein neuer Ausgangswert ermittelt.',
    accepted: 'Neuer Ausgangswert ab {{ day }}.',
    setBack: 'Der frühere Ausgangswert gilt wieder.',
    notSet: 'Der Ausgangswert konnte nicht geändert werden. Versuchen Sie es erneut.',
    log: 'Frühere Ausgangswerte',
    on: 'ab {{ day }}',
    itself: 'automatisch',
  },
} satisfies Translation<typeof en>
