import type en from '../en/floods.ts'
import type { Translation } from '../translation.ts'

export default {
  floods: {
    label: 'Odpovede, ktoré vyzerajú ako od robota',
    notice: {
      one: '{{ n }} odpoveď {{ when }} vyzerá ako od robota',
      few: '{{ n }} odpovede {{ when }} vyzerajú ako od robota',
      many: '{{ n }} odpovede {{ when }} vyzerá ako od robota',
      other: '{{ n }} odpovedí {{ when }} vyzerá ako od robota',
    },
    at: 'o {{ from }}',
    atOn: '{{ day }} o {{ from }}',
    between: 'medzi {{ from }} a {{ to }}',
    betweenOn: '{{ day }} medzi {{ from }} a {{ to }}',
    more: {
      one: 'a {{ n }} ďalšia',
      few: 'a {{ n }} ďalšie',
      many: 'a {{ n }} ďalšej',
      other: 'a {{ n }} ďalších',
    },
    review: 'Prezrieť',
    count: 'Započítať všetky',
    exclude: 'Nechať odložené',
    progress: '{{ done }} z {{ of }} …',
    counted: {
      one: '{{ n }} odpoveď sa teraz počíta',
      few: '{{ n }} odpovede sa teraz počítajú',
      many: '{{ n }} odpovede sa teraz počíta',
      other: '{{ n }} odpovedí sa teraz počíta',
    },
    excluded: {
      one: '{{ n }} odpoveď zostáva odložená',
      few: '{{ n }} odpovede zostávajú odložené',
      many: '{{ n }} odpovede zostáva odložených',
      other: '{{ n }} odpovedí zostáva odložených',
    },
    already: 'O týchto odpovediach už rozhodol niekto iný.',
    notLoaded: 'Nepodarilo sa zistiť, či niektoré odpovede vyzerajú ako od robota.',
    chip: 'Ako od robota, {{ when }}',
    reviewed: 'O všetkých týchto odpovediach je rozhodnuté',
    reviewedHelp: 'Zahrnuté odpovede nájdete pod Započítané, ostatné pod Vylúčené.',
  },
} satisfies Translation<typeof en>
