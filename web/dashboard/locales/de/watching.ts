import type en from '../en/watching.ts'
import type { Translation } from '../translation.ts'

export default {
  watch: {
    title: 'Diese Umfrage beobachten',
    help: 'Was hier geschieht, wird einmal gesagt, in der Übersicht. Rauschen nicht.',
    notLive: 'Sie wird beobachtet, sobald sie läuft.',
    shift: 'Der Wert verschiebt sich',
    shiftHelp: 'Jede Woche gegen die Grundlinie unten, und nur, was der Zufall nicht erklärt.',
    share: 'Viele sind unzufrieden',
    shareHelp:
      'Gesagt wird es, wenn selbst das vorsichtige Ende der Schätzung über der Grenze liegt.',
    usualShare: 'Gewöhnlich sind es {{ share }}.',
    over: 'Mehr als (%)',
    days: 'Innerhalb (Tage)',
    silence: 'Niemand antwortet',
    silenceHelp: 'Gezählt werden ganze Tage.',
    usualRhythm: 'In einer gewöhnlichen Woche: {{ answers }}.',
    silent: 'Für (Tage)',
    whole: 'Eine ganze Zahl von 1 bis {{ most }}.',
    saves: 'Änderungen speichern sich von selbst.',
    viewer: 'Ändern kann das, wer nachfasst.',
    saving: 'Wird gespeichert …',
    saved: 'Gespeichert',
    failed:
      'Das ließ sich nicht speichern, es bleibt alles, wie es war. Versuchen Sie es noch einmal.',
    baseline: 'Grundlinie',
    against: 'Der Wert wird an {{ score }} gemessen: {{ days }}, {{ answers }}.',
    setItself: 'Von selbst gelernt.',
    setBy: 'Gesetzt von {{ by }}.',
    waiting:
      'Was hier gewöhnlich ist, wird noch gelernt. Wochen bisher: {{ weeks }} von {{ ofWeeks }}; Antworten: {{ answers }} von {{ ofAnswers }}.',
    normal: 'Das ist jetzt normal',
    normalHelp: 'Was gewöhnlich ist, wird dann neu gelernt, ab jener Woche.',
    accepted: 'Ab {{ day }} ist das normal.',
    setBack: 'Die frühere Grundlinie gilt wieder.',
    notSet:
      'Die Grundlinie ließ sich nicht setzen, es bleibt alles, wie es war. Versuchen Sie es noch einmal.',
    log: 'Bisherige Grundlinien',
    on: 'ab {{ day }}',
    itself: 'von selbst',
  },
} satisfies Translation<typeof en>
