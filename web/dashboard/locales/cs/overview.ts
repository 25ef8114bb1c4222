import type en from '../en/overview.ts'
import type { Translation } from '../translation.ts'

export default {
  overview: {
    title: 'Přehled',
    needs: 'Vyžaduje pozornost',
    new: {
      one: '{{ n }} nová',
      few: '{{ n }} nové',
      many: '{{ n }} nové',
      other: '{{ n }} nových',
    },
    overdue: {
      one: '{{ n }} po termínu',
      few: '{{ n }} po termínu',
      many: '{{ n }} po termínu',
      other: '{{ n }} po termínu',
    },
    unowned: {
      one: '{{ n }} nepřiřazená',
      few: '{{ n }} nepřiřazené',
      many: '{{ n }} nepřiřazené',
      other: '{{ n }} nepřiřazených',
    },
    suspected: {
      one: '{{ n }} odpověď vypadá jako od robota',
      few: '{{ n }} odpovědi vypadají jako od robota',
      many: '{{ n }} odpovědi vypadá jako od robota',
      other: '{{ n }} odpovědí vypadá jako od robota',
    },
    nothing: 'Nic nevyžaduje pozornost.',
    surveys: 'Průzkumy',
    quiet: 'Za posledních 30 dní žádná odpověď',
    steps: {
      title: 'První kroky',
      hide: 'Skrýt',
      survey: 'Zveřejněte průzkum',
      answer: 'Získejte první odpověď',
      team: 'Pozvěte kolegy',
      address: 'Nastavte v PUBLIC_URL adresu s https',
      done: 'hotovo',
      open: 'zatím ne',
    },
    comments: 'Nejnovější komentáře',
    sparkline: 'Týdenní skóre za posledních 26 týdnů',
    empty: 'Zatím není zveřejněný žádný průzkum',
    emptyHelp: 'Zveřejněte průzkum a pošlete jeho odkaz. S prvními odpověďmi se tu objeví skóre.',
  },
} satisfies Translation<typeof en>
