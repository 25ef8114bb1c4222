import type en from '../en/floods.ts'
import type { Translation } from '../translation.ts'

export default {
  floods: {
    label: 'Odpovědi, které vypadají jako od robota',
    notice: {
      one: '{{ n }} odpověď {{ when }} vypadá jako od robota',
      few: '{{ n }} odpovědi {{ when }} vypadají jako od robota',
      many: '{{ n }} odpovědi {{ when }} vypadá jako od robota',
      other: '{{ n }} odpovědí {{ when }} vypadá jako od robota',
    },
    at: 'v čase {{ from }}',
    atOn: '{{ day }} v čase {{ from }}',
    between: 'mezi {{ from }} a {{ to }}',
    betweenOn: '{{ day }} mezi {{ from }} a {{ to }}',
    more: {
      one: 'a {{ n }} další',
      few: 'a {{ n }} další',
      many: 'a {{ n }} dalšího',
      other: 'a {{ n }} dalších',
    },
    review: 'Projít',
    count: 'Započítat všechny',
    exclude: 'Nechat odložené',
    progress: '{{ done }} z {{ of }} …',
    counted: {
      one: '{{ n }} odpověď se teď počítá',
      few: '{{ n }} odpovědi se teď počítají',
      many: '{{ n }} odpovědi se teď počítá',
      other: '{{ n }} odpovědí se teď počítá',
    },
    excluded: {
      one: '{{ n }} odpověď zůstává odložená',
      few: '{{ n }} odpovědi zůstávají odložené',
      many: '{{ n }} odpovědi zůstává odloženo',
      other: '{{ n }} odpovědí zůstává odložených',
    },
    already: 'O těchto odpovědích už rozhodl někdo jiný.',
    notLoaded: 'Nepodařilo se zjistit, zda některé odpovědi vypadají jako od robota.',
    chip: 'Jako od robota, {{ when }}',
    reviewed: 'O všech těchto odpovědích je rozhodnuto',
    reviewedHelp: 'Zahrnuté odpovědi najdete pod Započtené, ostatní pod Vyloučené.',
  },
} satisfies Translation<typeof en>
