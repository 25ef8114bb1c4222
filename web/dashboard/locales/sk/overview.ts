import type en from '../en/overview.ts'
import type { Translation } from '../translation.ts'

export default {
  first: {
    title: 'Vitajte. Čím chcete začať?',
    survey: 'Začať s prieskumom',
    surveyHelp: 'Vyberte hotovú otázku, pomenujte ju a pošlite odkaz.',
    import: 'Preniesť odpovede, ktoré už máte',
    importHelp: 'Najprv treba prieskum. Potom spustite tam, kde je Ohlas nainštalovaný:',
    example: 'Najprv sa poobzerať',
    exampleHelp: 'Osemnásť mesiacov vymyslených odpovedí. Jedným tlačidlom zase zmiznú.',
    exampleStart: 'Načítať ukážkové dáta',
    exampleLoading: 'Odpovede sa pripravujú. Potrvá to pár sekúnd …',
    exampleFailed: 'Ukážkové dáta sa nepodarilo vytvoriť. Nič iné sa nezmenilo, skúste to znova.',
    viewer:
      'Zatiaľ tu nie sú žiadne prieskumy. Keď správca nejaký spustí, objaví sa tu jeho skóre.',
  },
  overview: {
    title: 'Prehľad',
    needs: 'Kto čaká na vás',
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
      one: '{{ n }} bez riešiteľa',
      few: '{{ n }} bez riešiteľa',
      many: '{{ n }} bez riešiteľa',
      other: '{{ n }} bez riešiteľa',
    },
    nothing: 'Každý, koho sme sklamali, už dostal odpoveď.',
    surveys: 'Prieskumy',
    days: 'posledných 30 dní',
    quiet: 'Za posledných 30 dní žiadna odpoveď',
    sparkline: 'Týždenné skóre za posledných 26 týždňov',
    empty: 'Zatiaľ nie je zverejnený žiadny prieskum',
    emptyHelp: 'Zverejnite prieskum a pošlite jeho odkaz. S prvými odpoveďami sa tu objaví skóre.',
  },
} satisfies Translation<typeof en>
