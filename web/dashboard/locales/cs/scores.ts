import type en from '../en/scores.ts'
import type { Translation } from '../translation.ts'

export default {
  score: {
    early: 'předběžné',
    tooFew: 'na skóre je to málo',
    between: 'mezi {{ low }} a {{ high }}',
    spoken: '{{ score }}, mezi {{ low }} a {{ high }}',
    easy: 'Snadné to bylo pro {{ share }}',
    nothing: 'žádné odpovědi',
  },
  change: {
    up: 'o {{ by }} výš, náhodou to není',
    down: 'o {{ by }} níž, náhodou to není',
    noChange: 'žádná změna, kterou by odpovědi doložily',
    noChangeWould: 'žádná změna, kterou by odpovědi doložily (bylo by potřeba aspoň {{ by }})',
    nothing: 'není s čím dřívějším srovnávat',
    tooFew: 'na srovnání je odpovědí málo',
    against: 'Posledních 30 dní proti předchozím 30',
  },
  definition: {
    title: 'Jak se to počítá',
    formula: 'Skóre',
    formulas: {
      nps: 'Podíl 9–10 minus podíl 0–6, od −100 do 100',
      csat: 'Podíl odpovědí 4 a 5',
      ces: 'Průměr odpovědí od 1 do 7; 7 je snadné',
    },
    window: 'Období',
    zone: 'dny v pásmu {{ zone }}',
    counted: 'Započítáno',
    countings: {
      answers: 'Počítá se každá odpověď.',
      customers: 'Od každého zákazníka se počítá poslední odpověď v tomto období a skupině.',
    },
    exclusions: 'Nezapočítáno',
    skipped: {
      one: '{{ n }} odpověď bez této otázky',
      few: '{{ n }} odpovědi bez této otázky',
      many: '{{ n }} odpovědi bez této otázky',
      other: '{{ n }} odpovědí bez této otázky',
    },
    earlier: {
      one: '{{ n }} starší odpověď téhož zákazníka',
      few: '{{ n }} starší odpovědi týchž zákazníků',
      many: '{{ n }} starší odpovědi týchž zákazníků',
      other: '{{ n }} starších odpovědí týchž zákazníků',
    },
    suspected: {
      one: '{{ n }} odložená, nejspíš od robota',
      few: '{{ n }} odložené, nejspíš od robotů',
      many: '{{ n }} odložené, nejspíš od robotů',
      other: '{{ n }} odložených, nejspíš od robotů',
    },
    unconfirmed: {
      one: '{{ n }} z odkazu v e-mailu, zatím nepotvrzená',
      few: '{{ n }} z odkazu v e-mailu, zatím nepotvrzené',
      many: '{{ n }} z odkazu v e-mailu, zatím nepotvrzené',
      other: '{{ n }} z odkazu v e-mailu, zatím nepotvrzených',
    },
    test: {
      one: '{{ n }} zkouška vašeho týmu',
      few: '{{ n }} zkoušky vašeho týmu',
      many: '{{ n }} zkoušky vašeho týmu',
      other: '{{ n }} zkoušek vašeho týmu',
    },
    erased: {
      one: '{{ n }} smazaná',
      few: '{{ n }} smazané',
      many: '{{ n }} smazané',
      other: '{{ n }} smazaných',
    },
    nothing: 'Nic.',
    never: 'Přeskočené otázky, zkoušky a to, co vypadá jako robot, se nepočítají nikdy.',
    interval: 'Interval',
    intervals: {
      'adjusted-wald': '95 %, upravený Wald (Bonett a Price)',
      tango: '95 %, Tangův skórový interval, protože odpovědí je málo nebo jsou stejné',
      wilson: '95 %, Wilson',
      'effective-n-wilson': '95 %, Wilson pro polohu průměru na stupnici',
      none: 'Bez odpovědí žádný',
    },
    rounding: 'Zaokrouhlení',
    rounded:
      'Počítá se přesně a zaokrouhluje jednou, pro obrazovku, poloviny od nuly. Skóre se ukazuje od 5 odpovědí, skupiny se posuzují od 30.',
  },
  noScore: {
    never: 'Zatím žádné odpovědi',
    neverHelp: 'Pošlete zákazníkům odkaz. První odpověď se tu objeví hned.',
    noneCounts: 'Zatím se žádná odpověď nepočítá',
    excluded: {
      one: '{{ n }} odpověď je odložená a nepočítá se.',
      few: '{{ n }} odpovědi jsou odložené a nepočítají se.',
      many: '{{ n }} odpovědi je odloženo a nepočítá se.',
      other: '{{ n }} odpovědí je odložených a nepočítá se.',
    },
    seeExcluded: 'Zjistit proč',
    past: {
      one: '{{ n }} odpověď na dřívější otázku, na současnou zatím žádná.',
      few: '{{ n }} odpovědi na dřívější otázku, na současnou zatím žádná.',
      many: '{{ n }} odpovědi na dřívější otázku, na současnou zatím žádná.',
      other: '{{ n }} odpovědí na dřívější otázku, na současnou zatím žádná.',
    },
    seePast: 'Zobrazit dřívější otázku',
  },
} satisfies Translation<typeof en>
