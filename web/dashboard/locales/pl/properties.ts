import type en from '../en/properties.ts'
import type { Translation } from '../translation.ts'

export default {
  grouping: {
    title: 'Właściwości',
    help: 'Linki, widżet i importowane pliki mogą nadawać odpowiedziom właściwości, na przykład kanał lub zespół. Według nich filtruje się i grupuje trendy. Ukryta właściwość nie ma grup, a osoby, które mogą tylko przeglądać, nie widzą jej przy odpowiedziach; same odpowiedzi nadal się liczą. Odpowiedź liczy się tu także wtedy, gdy pominięto w niej ocenę.',
    values: {
      one: '{{ n }} wartość',
      few: '{{ n }} wartości',
      many: '{{ n }} wartości',
      other: '{{ n }} wartości',
    },
    hide: 'Ukryj',
    show: 'Pokaż',
    see: 'Wartości',
    reserved: 'zawsze ma grupy',
    places: {
      hidden: 'Ukryta',
      counting: 'Trwa liczenie',
      waiting: 'Bez grup: inne właściwości są używane częściej',
    },
    value: 'Wartość',
    valuesOf: 'Wartości właściwości {{ name }}',
    valuePlaces: {
      hidden: 'Ukryta, liczona jako „inne”',
      counting: 'Trwa liczenie',
      waiting: 'Liczona jako „inne”: inne wartości są częstsze',
    },
    find: 'Znajdź wartość',
    none: 'Żadna wartość nie pasuje.',
    most: 'Lista obejmuje tylko najczęstsze wartości ({{ n }}) i te, które są ukryte.',
    counting: 'Trwa liczenie grup. Strona odświeży się sama.',
    nowHidden: 'Ukryto „{{ name }}”.',
    nowShown: '„{{ name }}” jest znów widoczne.',
    empty: 'Nie ma jeszcze właściwości',
    emptyHelp:
      'Pojawią się z pierwszą odpowiedzią, która jakieś ma. Do linku dodaje się je na stronie Udostępnianie.',
  },
} satisfies Translation<typeof en>
