import type en from '../en/firstVisit.ts'
import type { Translation } from '../translation.ts'

export default {
  first: {
    title: 'Vitajte. Kde chcete začať?',
    survey: 'Vytvoriť prieskum',
    surveyHelp: 'Vyberte šablónu, pomenujte ju a zdieľajte odkaz.',
    import: 'Importovať odpovede',
    importHelp:
      'Nahrajte, čo máte, ako CSV, Excel alebo JSON. Skôr než sa čokoľvek uloží, uvidíte náhľad.',
    importStart: 'Vybrať súbor',
    example: 'Preskúmať s ukážkovými dátami',
    exampleHelp: 'Osemnásť mesiacov vymyslených odpovedí, ktoré zmažete jedným kliknutím.',
    exampleStart: 'Načítať ukážkové dáta',
    exampleLoading: 'Odpovede sa pripravujú. Potrvá to pár sekúnd …',
    exampleFailed: 'Ukážkové dáta sa nepodarilo načítať. Nič sa nezmenilo. Skúste to znova.',
    viewer:
      'Zatiaľ tu nie sú žiadne prieskumy. Keď správca nejaký spustí, objaví sa tu jeho skóre.',
  },
} satisfies Translation<typeof en>
