import type en from '../en/sharing.ts'
import type { Translation } from '../translation.ts'

export default {
  share: {
    draft: 'Najprv ho zverejnite',
    draftHelp: 'Odkazy, QR kódy, e-maily a widgety fungujú, keď je prieskum spustený.',
    toSurveys: 'Prejsť na prieskumy',
    closed: 'Prieskum je pozastavený. Jeho odkaz oznamuje, že je uzavretý.',
    ownLanguage: 'Jazyk zákazníka',
    link: {
      title: 'Odkaz',
      help: 'Do chatov, správ a podpisov. Parametre odkazu platia aj pre kód, e-mail, tablet a widget nižšie.',
    },
    properties: {
      title: 'Parametre odkazu',
      help: 'Skóre sa podľa nich dá neskôr triediť, napríklad podľa kanála alebo tímu. Zástupný symbol vášho e-mailového nástroja, ako {{ example }}, zostane bez zmeny.',
      name: 'Názov',
      value: 'Hodnota',
      add: 'Pridať parameter',
      unreadable: 'Použite písmená, číslice, bodky, spojovníky alebo podčiarkovníky, bez medzier.',
      taken: 'Tento názov je vyhradený. Zvoľte iný.',
      twice: 'Tento názov je už použitý vyššie.',
    },
    signed: {
      title: 'Podpísané odkazy',
      help: 'Ako odkaz vyššie, ale jeho parametre nemožno zmeniť.',
      only: 'Prijíma sa len z podpísaných odkazov:',
      single: 'Na jedno použitie',
      amount: 'Koľko',
      make: 'Vytvoriť podpísané odkazy',
      hasPlaceholder:
        'Zástupný symbol nemožno podpísať. Odstráňte ho vyššie, alebo odkazy podpisujte cez API.',
      failed: 'Odkazy sa nepodarilo vytvoriť. Skontrolujte parametre vyššie a skúste to znova.',
      invalid:
        'Odpovede za posledných 30 dní, ktoré prišli odkazom s neplatným podpisom: {{ n }}. Odkaz bol cestou skrátený alebo zmenený; odpovede sa počítajú, ale bez zákazníka.',
    },
    code: {
      title: 'QR kód',
      help: 'Na bločky, stoly a dvere. Otvorí odkaz vyššie.',
      of: 'QR kód adresy {{ address }}',
      print: 'Vytlačiť kartu',
      save: 'Uložiť ako {{ format }}',
      tooLong: 'Odkaz je pre QR kód príliš dlhý. Odstráňte niektoré parametre.',
    },
    mail: {
      title: 'Otázka v e-maile',
      help: 'Každé číslo je odkaz; stránka sa otvorí s týmto skóre už vybraným.',
      confirmed:
        'Samotné kliknutie sa nepočíta, lebo kontroly pošty otvárajú každý odkaz. Hodnotenie platí, až keď ho zákazník na stránke potvrdí.',
      preview: 'Náhľad e-mailu',
      copy: 'Kopírovať do e-mailu',
      html: 'Kopírovať HTML',
      text: 'Kopírovať ako obyčajný text',
      set: 'Váš poštový program musí doplniť {{ customer }} (ID zákazníka) a {{ mail }} (v každom e-maile iné, napríklad číslo tiketu). Všetky odkazy jedného e-mailu sú potom jedna odpoveď, nech ich program otvorí koľkokoľvek.',
    },
    kiosk: {
      title: 'Kiosk na tablete',
      help: 'Pýta sa jedného zákazníka po druhom veľkými číslami a 15 sekúnd po poslednom dotyku začne znova.',
      setUp:
        'Otvorte ho raz s pripojením a nechajte otvorený. Prvý dotyk zapne celú obrazovku. Bez pripojenia sa pýta ďalej a odpovede odošle neskôr.',
    },
    widget: {
      title: 'Na vašom webe',
      help: 'Prieskum ukáže na vašich stránkach jediná značka script. Neukladá cookies a nesiaha na vaše štýly.',
      sites: 'Povolené weby',
      noSites:
        'Prieskum zatiaľ nesmie zobraziť žiadny web, prehliadače ho preto blokujú. Pridajte svoje weby v nastaveniach prieskumu a zverejnite ho.',
      toSites: 'Pridať weby',
      as: 'Umiestnenie',
      popover: 'V rohu',
      dialog: 'Dialóg',
      inline: 'V texte stránky',
      when: 'Spustenie',
      after: 'Po oneskorení',
      scroll: 'Po posunutí stránky',
      exit: 'Pri odchode zo stránky',
      called: 'Z vlastného kódu',
      seconds: 'Po uplynutí',
      scrolled: 'Odrolovaná časť stránky',
      days: 'Toho istého návštevníka sa opýtať znova po',
      tag: 'Značka script pre vaše stránky',
      tagInPlace: 'Značka skriptu na miesto, kde sa má prieskum zobraziť',
      call: 'Potom ho zavolajte zo svojho kódu',
      policy: 'Potrebná Content Security Policy',
    },
  },
} satisfies Translation<typeof en>
