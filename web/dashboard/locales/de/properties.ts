import type en from '../en/properties.ts'
import type { Translation } from '../translation.ts'

export default {
  grouping: {
    title: 'Merkmale',
    help: 'Links, das Widget und importierte Dateien können Antworten Merkmale mitgeben, etwa den Kanal oder das Team. Nach ihnen werden Trends gefiltert und gruppiert. Ein ausgeblendetes Merkmal hat keine Gruppen, und wer nur lesen darf, sieht es bei den Antworten nicht; die Antworten zählen weiter. Eine Antwort zählt hier auch dann, wenn die Bewertung übersprungen wurde.',
    values: { one: '{{ n }} Wert', other: '{{ n }} Werte' },
    hide: 'Ausblenden',
    show: 'Einblenden',
    see: 'Werte',
    reserved: 'hat immer Gruppen',
    places: {
      hidden: 'Ausgeblendet',
      counting: 'Wird gerade gezählt',
      waiting: 'Keine Gruppen: Andere Merkmale kommen häufiger vor',
    },
    value: 'Wert',
    valuesOf: 'Werte von {{ name }}',
    valuePlaces: {
      hidden: 'Ausgeblendet, zählt zu „andere“',
      counting: 'Wird gerade gezählt',
      waiting: 'Zählt zu „andere“: Andere Werte kommen häufiger vor',
    },
    find: 'Wert suchen',
    none: 'Kein Wert passt dazu.',
    most: 'Hier stehen nur die {{ n }} häufigsten Werte und die ausgeblendeten.',
    counting: 'Die Gruppen werden gerade gezählt. Die Seite aktualisiert sich von selbst.',
    nowHidden: '„{{ name }}“ ist ausgeblendet.',
    nowShown: '„{{ name }}“ ist wieder eingeblendet.',
    empty: 'Noch keine Merkmale',
    emptyHelp:
      'Sie erscheinen hier mit der ersten Antwort, die welche hat. Unter „Teilen“ geben Sie dem Link welche mit.',
  },
} satisfies Translation<typeof en>
