import type en from '../en/overview.ts'
import type { Translation } from '../translation.ts'

export default {
  overview: {
    title: 'Prehľad',
    needs: 'Vyžaduje pozornosť',
    new: {
      one: '{{ n }} nová',
      few: '{{ n }} nové',
      many: '{{ n }} nové',
      other: '{{ n }} nových',
    },
    overdue: {
      one: '{{ n }} po termíne',
      few: '{{ n }} po termíne',
      many: '{{ n }} po termíne',
      other: '{{ n }} po termíne',
    },
    unowned: {
      one: '{{ n }} nepriradená',
      few: '{{ n }} nepriradené',
      many: '{{ n }} nepriradené',
      other: '{{ n }} nepriradených',
    },
    suspected: {
      one: '{{ n }} odpoveď vyzerá ako od robota',
      few: '{{ n }} odpovede vyzerajú ako od robota',
      many: '{{ n }} odpovede vyzerá ako od robota',
      other: '{{ n }} odpovedí vyzerá ako od robota',
    },
    nothing: 'Nič nevyžaduje pozornosť.',
    surveys: 'Prieskumy',
    quiet: 'Za posledných 30 dní žiadna odpoveď',
    steps: {
      title: 'Prvé kroky',
      hide: 'Skryť',
      survey: 'Zverejnite prieskum',
      answer: 'Získajte prvú odpoveď',
      team: 'Pozvite kolegov',
      address: 'Nastavte v PUBLIC_URL adresu s https',
      done: 'hotovo',
      open: 'zatiaľ nie',
    },
    comments: 'Najnovšie komentáre',
    sparkline: 'Týždenné skóre za posledných 26 týždňov',
    empty: 'Zatiaľ nie je zverejnený žiadny prieskum',
    emptyHelp: 'Zverejnite prieskum a pošlite jeho odkaz. S prvými odpoveďami sa tu objaví skóre.',
  },
} satisfies Translation<typeof en>
