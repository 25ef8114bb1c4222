import type en from '../en/scores.ts'
import type { Translation } from '../translation.ts'

export default {
  score: {
    early: 'malý vzorek',
    tooFew: 'příliš málo odpovědí',
    between: 'mezi {{ low }} a {{ high }}',
    spoken: '{{ score }}, mezi {{ low }} a {{ high }}',
    nothing: 'žádné odpovědi',
  },
  change: {
    up: 'Růst o {{ by }} · zřetelná změna',
    down: 'Pokles o {{ by }} · zřetelná změna',
    noChange: 'Žádná zřetelná změna',
    noChangeWould: 'Žádná zřetelná změna (menší než {{ by }} nelze odlišit od náhody)',
    nothing: 'Žádná dřívější data',
    tooFew: 'Příliš málo odpovědí k porovnání',
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
    exclusions: 'Vyloučeno',
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
      one: '{{ n }} vyloučená jako pravděpodobný robot',
      few: '{{ n }} vyloučené jako pravděpodobní roboti',
      many: '{{ n }} vyloučené jako pravděpodobní roboti',
      other: '{{ n }} vyloučených jako pravděpodobní roboti',
    },
    unconfirmed: {
      one: '{{ n }} z odkazu v e-mailu, zákazníkem nepotvrzená',
      few: '{{ n }} z odkazů v e-mailu, zákazníkem nepotvrzené',
      many: '{{ n }} z odkazů v e-mailu, zákazníkem nepotvrzené',
      other: '{{ n }} z odkazů v e-mailu, zákazníkem nepotvrzených',
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
    never: 'Přeskočené otázky, zkušební odpovědi a pravděpodobní roboti se nikdy nepočítají.',
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
    neverHelp: {
      live: 'Pošlete zákazníkům odkaz. První odpověď se tu objeví hned.',
      draft: 'Odpovědi začnou přicházet, až průzkum zveřejníte.',
      paused: 'Průzkum je pozastavený. Až ho obnovíte, bude znovu přijímat odpovědi.',
      archived: 'Průzkum je v archivu a nepřijímá odpovědi.',
    },
    noneCounts: 'Zatím se žádná odpověď nepočítá',
    excluded: {
      one: '{{ n }} odpověď je vyloučená a nepočítá se.',
      few: '{{ n }} odpovědi jsou vyloučené a nepočítají se.',
      many: '{{ n }} odpovědi je vyloučeno a nepočítá se.',
      other: '{{ n }} odpovědí je vyloučeno a nepočítá se.',
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
