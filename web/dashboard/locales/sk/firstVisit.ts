import type en from '../en/firstVisit.ts'
import type { Translation } from '../translation.ts'

export default {
  first: {
    title: 'Vitajte. Čím chcete začať?',
    survey: 'Začať s prieskumom',
    surveyHelp: 'Vyberte hotovú otázku, pomenujte ju a pošlite odkaz.',
    import: 'Importovať odpovede',
    importHelp:
      'Nahrajte, čo máte, ako CSV, Excel alebo JSON. Skôr než sa čokoľvek uloží, uvidíte náhľad.',
    importStart: 'Vybrať súbor',
    example: 'Najprv sa poobzerať',
    exampleHelp: 'Osemnásť mesiacov vymyslených odpovedí. Jedným tlačidlom zase zmiznú.',
    exampleStart: 'Načítať ukážkové dáta',
    exampleLoading: 'Odpovede sa pripravujú. Potrvá to pár sekúnd …',
    exampleFailed: 'Ukážkové dáta sa nepodarilo vytvoriť. Nič iné sa nezmenilo, skúste to znova.',
    viewer:
      'Zatiaľ tu nie sú žiadne prieskumy. Keď správca nejaký spustí, objaví sa tu jeho skóre.',
  },
} satisfies Translation<typeof en>
