import type en from '../en/scores.ts'
import type { Translation } from '../translation.ts'

export default {
  score: {
    early: 'malá vzorka',
    tooFew: 'príliš málo odpovedí',
    between: 'medzi {{ low }} a {{ high }}',
    spoken: '{{ score }}, medzi {{ low }} a {{ high }}',
    nothing: 'žiadne odpovede',
  },
  change: {
    up: 'Rast o {{ by }} · zreteľná zmena',
    down: 'Pokles o {{ by }} · zreteľná zmena',
    noChange: 'Žiadna zreteľná zmena',
    noChangeWould: 'Žiadna zreteľná zmena (menšia ako {{ by }} sa nedá odlíšiť od náhody)',
    nothing: 'Žiadne skoršie údaje',
    tooFew: 'Príliš málo odpovedí na porovnanie',
    against: 'Posledných 30 dní oproti predošlým 30',
  },
  definition: {
    title: 'Ako sa to počíta',
    formula: 'Skóre',
    formulas: {
      nps: 'Podiel 9–10 mínus podiel 0–6, od −100 do 100',
      csat: 'Podiel odpovedí 4 a 5',
      ces: 'Priemer odpovedí od 1 do 7; 7 je ľahké',
    },
    window: 'Obdobie',
    zone: 'dni v pásme {{ zone }}',
    counted: 'Započítané',
    countings: {
      answers: 'Počíta sa každá odpoveď.',
      customers: 'Od každého zákazníka sa počíta posledná odpoveď v tomto období a skupine.',
    },
    exclusions: 'Vylúčené',
    skipped: {
      one: '{{ n }} odpoveď bez tejto otázky',
      few: '{{ n }} odpovede bez tejto otázky',
      many: '{{ n }} odpovede bez tejto otázky',
      other: '{{ n }} odpovedí bez tejto otázky',
    },
    earlier: {
      one: '{{ n }} staršia odpoveď toho istého zákazníka',
      few: '{{ n }} staršie odpovede tých istých zákazníkov',
      many: '{{ n }} staršie odpovede tých istých zákazníkov',
      other: '{{ n }} starších odpovedí tých istých zákazníkov',
    },
    suspected: {
      one: '{{ n }} vylúčená ako pravdepodobný robot',
      few: '{{ n }} vylúčené ako pravdepodobné roboty',
      many: '{{ n }} vylúčené ako pravdepodobné roboty',
      other: '{{ n }} vylúčených ako pravdepodobné roboty',
    },
    unconfirmed: {
      one: '{{ n }} z odkazu v e-maile, zákazníkom nepotvrdená',
      few: '{{ n }} z odkazov v e-maile, zákazníkom nepotvrdené',
      many: '{{ n }} z odkazov v e-maile, zákazníkom nepotvrdené',
      other: '{{ n }} z odkazov v e-maile, zákazníkom nepotvrdených',
    },
    test: {
      one: '{{ n }} skúška vášho tímu',
      few: '{{ n }} skúšky vášho tímu',
      many: '{{ n }} skúšky vášho tímu',
      other: '{{ n }} skúšok vášho tímu',
    },
    erased: {
      one: '{{ n }} zmazaná',
      few: '{{ n }} zmazané',
      many: '{{ n }} zmazané',
      other: '{{ n }} zmazaných',
    },
    nothing: 'Nič.',
    never: 'Preskočené otázky, skúšobné odpovede a pravdepodobné roboty sa nikdy nepočítajú.',
    interval: 'Interval',
    intervals: {
      'adjusted-wald': '95 %, upravený Wald (Bonett a Price)',
      tango: '95 %, Tangov skórový interval, lebo odpovedí je málo alebo sú rovnaké',
      wilson: '95 %, Wilson',
      'effective-n-wilson': '95 %, Wilson pre polohu priemeru na stupnici',
      none: 'Bez odpovedí žiadny',
    },
    rounding: 'Zaokrúhlenie',
    rounded:
      'Počíta sa presne a zaokrúhľuje raz, pre obrazovku, polovice od nuly. Skóre sa ukazuje od 5 odpovedí, skupiny sa posudzujú od 30.',
  },
  noScore: {
    never: 'Zatiaľ žiadne odpovede',
    neverHelp: {
      live: 'Pošlite zákazníkom odkaz. Prvá odpoveď sa tu objaví hneď.',
      draft: 'Odpovede začnú prichádzať, keď prieskum zverejníte.',
      paused: 'Prieskum je pozastavený. Keď ho obnovíte, bude znova prijímať odpovede.',
      archived: 'Prieskum je v archíve a neprijíma odpovede.',
    },
    noneCounts: 'Zatiaľ sa nepočíta žiadna odpoveď',
    excluded: {
      one: '{{ n }} odpoveď je vylúčená a nepočíta sa.',
      few: '{{ n }} odpovede sú vylúčené a nepočítajú sa.',
      many: '{{ n }} odpovede je vylúčených a nepočíta sa.',
      other: '{{ n }} odpovedí je vylúčených a nepočíta sa.',
    },
    seeExcluded: 'Zistiť prečo',
    past: {
      one: '{{ n }} odpoveď na skoršiu otázku, na súčasnú zatiaľ žiadna.',
      few: '{{ n }} odpovede na skoršiu otázku, na súčasnú zatiaľ žiadna.',
      many: '{{ n }} odpovede na skoršiu otázku, na súčasnú zatiaľ žiadna.',
      other: '{{ n }} odpovedí na skoršiu otázku, na súčasnú zatiaľ žiadna.',
    },
    seePast: 'Zobraziť skoršiu otázku',
  },
} satisfies Translation<typeof en>
