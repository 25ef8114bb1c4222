import type en from '../en/properties.ts'
import type { Translation } from '../translation.ts'

export default {
  grouping: {
    title: 'Vlastnosti',
    help: 'Odkazy, widget a importované súbory môžu dať odpovediam vlastnosti, napríklad kanál alebo tím. Podľa nich sa v trendoch filtruje a zoskupuje. Skrytá vlastnosť nemá skupiny a kto sa môže len pozerať, ju pri odpovediach nevidí; odpovede sa počítajú ďalej. Odpoveď sa tu počíta aj vtedy, keď v nej chýba hodnotenie.',
    values: {
      one: '{{ n }} hodnota',
      few: '{{ n }} hodnoty',
      many: '{{ n }} hodnoty',
      other: '{{ n }} hodnôt',
    },
    hide: 'Skryť',
    show: 'Zobraziť',
    see: 'Hodnoty',
    reserved: 'má skupiny vždy',
    places: {
      hidden: 'Skrytá',
      counting: 'Práve sa počíta',
      waiting: 'Bez skupín: iné vlastnosti sa používajú častejšie',
    },
    value: 'Hodnota',
    valuesOf: 'Hodnoty vlastnosti {{ name }}',
    valuePlaces: {
      hidden: 'Skrytá, počíta sa do „ostatné“',
      counting: 'Práve sa počíta',
      waiting: 'Počíta sa do „ostatné“: iné hodnoty sú častejšie',
    },
    find: 'Nájsť hodnotu',
    none: 'Žiadna hodnota nezodpovedá.',
    most: 'Je tu len {{ n }} najčastejších hodnôt a tie, ktoré sú skryté.',
    counting: 'Skupiny sa práve počítajú. Stránka sa obnoví sama.',
    nowHidden: '„{{ name }}“ je teraz skryté.',
    nowShown: '„{{ name }}“ sa znova zobrazuje.',
    empty: 'Zatiaľ žiadne vlastnosti',
    emptyHelp:
      'Objavia sa tu s prvou odpoveďou, ktorá nejaké má. Do odkazu ich pridáte na stránke Zdieľanie.',
  },
} satisfies Translation<typeof en>
