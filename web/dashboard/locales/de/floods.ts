import type en from '../en/floods.ts'
import type { Translation } from '../translation.ts'

export default {
  floods: {
    label: 'Antworten, die automatisch wirken',
    notice: {
      one: '{{ n }} Antwort {{ when }} wirkt automatisch',
      other: '{{ n }} Antworten {{ when }} wirken automatisch',
    },
    at: 'um {{ from }} Uhr',
    atOn: 'am {{ day }} um {{ from }} Uhr',
    between: 'zwischen {{ from }} und {{ to }}',
    betweenOn: 'am {{ day }} zwischen {{ from }} und {{ to }}',
    more: { one: 'und {{ n }} weitere', other: 'und {{ n }} weitere' },
    review: 'Prüfen',
    count: 'Alle mitzählen',
    exclude: 'Ausgeschlossen lassen',
    progress: '{{ done }} von {{ of }} …',
    counted: {
      one: '{{ n }} Antwort zählt jetzt mit',
      other: '{{ n }} Antworten zählen jetzt mit',
    },
    excluded: {
      one: '{{ n }} Antwort bleibt ausgeschlossen',
      other: '{{ n }} Antworten bleiben ausgeschlossen',
    },
    already: 'Über diese Antworten hat schon jemand anders entschieden.',
    notLoaded: 'Ob Antworten automatisch wirken, ließ sich nicht prüfen.',
    chip: 'Wirken automatisch, {{ when }}',
    reviewed: 'Über alle diese Antworten ist entschieden',
    reviewedHelp: 'Einbezogene Antworten stehen unter Gezählt, die übrigen unter Ausgeschlossen.',
  },
} satisfies Translation<typeof en>
