import type en from '../en/properties.ts'
import type { Translation } from '../translation.ts'

export default {
  grouping: {
    title: 'Vlastnosti',
    help: 'Odkazy, widget a importované soubory mohou dát odpovědím vlastnosti, třeba kanál nebo tým. Podle nich se v trendech filtruje a seskupuje. Skrytá vlastnost nemá skupiny a kdo se může jen dívat, ji u odpovědí nevidí; odpovědi se počítají dál. Odpověď se tu počítá i tehdy, když v ní chybí hodnocení.',
    values: {
      one: '{{ n }} hodnota',
      few: '{{ n }} hodnoty',
      many: '{{ n }} hodnoty',
      other: '{{ n }} hodnot',
    },
    hide: 'Skrýt',
    show: 'Zobrazit',
    see: 'Hodnoty',
    reserved: 'má skupiny vždy',
    places: {
      hidden: 'Skrytá',
      counting: 'Právě se počítá',
      waiting: 'Bez skupin: jiné vlastnosti se používají častěji',
    },
    value: 'Hodnota',
    valuesOf: 'Hodnoty vlastnosti {{ name }}',
    valuePlaces: {
      hidden: 'Skrytá, počítá se do „ostatní“',
      counting: 'Právě se počítá',
      waiting: 'Počítá se do „ostatní“: jiné hodnoty jsou častější',
    },
    find: 'Najít hodnotu',
    none: 'Žádná hodnota neodpovídá.',
    most: 'Je tu jen {{ n }} nejčastějších hodnot a ty, které jsou skryté.',
    counting: 'Skupiny se právě počítají. Stránka se obnoví sama.',
    nowHidden: '„{{ name }}“ je teď skryto.',
    nowShown: '„{{ name }}“ se znovu zobrazuje.',
    empty: 'Zatím žádné vlastnosti',
    emptyHelp:
      'Objeví se tu s první odpovědí, která nějaké má. Do odkazu je přidáte na stránce Sdílení.',
  },
} satisfies Translation<typeof en>
