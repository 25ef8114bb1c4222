import type en from '../en/sharing.ts'
import type { Translation } from '../translation.ts'

export default {
  share: {
    draft: 'Najprv ho zverejnite',
    draftHelp: 'Odkazy, kódy, e-maily aj okienko na webe vedú k prieskumu, len čo beží.',
    toSurveys: 'Prejsť na prieskumy',
    closed: 'Prieskum teraz neprijíma odpovede a jeho odkaz to oznamuje.',
    ownLanguage: 'Vlastný každému čitateľovi',
    link: {
      title: 'Odkaz',
      help: 'Do četu, správ a podpisov. Čo doň pridáte, platí aj pre kód, e-mail, tablet a web nižšie.',
    },
    properties: {
      title: 'Čo odkaz hovorí',
      help: 'Podľa toho sa potom skóre dá rozdeliť do skupín, napríklad podľa kanála alebo tímu. Zástupný text vášho poštového programu, napríklad {{ example }}, zostane, ako je.',
      name: 'Názov',
      value: 'Hodnota',
      add: 'Pridať riadok',
      unreadable: 'Použite písmená, číslice, bodky, spojovníky alebo podčiarkovníky, bez medzier.',
      taken: 'Tento názov v odkaze znamená niečo iné. Zvoľte iný.',
      twice: 'Tento názov je už použitý vyššie.',
    },
    signed: {
      title: 'Podpísané odkazy',
      help: 'Hovoria to isté čo odkaz vyššie a nikto to nemôže zmeniť.',
      only: 'Len z podpísaného odkazu sa počíta:',
      single: 'Každý na jednu odpoveď',
      amount: 'Koľko',
      make: 'Vytvoriť podpísané odkazy',
      hasPlaceholder:
        'Zástupný text sa podpísať nedá. Vyššie ho odoberte, alebo odkazy podpisujte sami cez API.',
      failed: 'Nepodarilo sa ich vytvoriť. Skontrolujte názvy a hodnoty vyššie a skúste to znova.',
      invalid:
        'Odpovede za posledných 30 dní, ktoré prišli odkazom s neplatným podpisom: {{ n }}. Odkaz bol cestou skrátený alebo zmenený; odpovede sa počítajú, ale bez zákazníka.',
    },
    code: {
      title: 'QR kód',
      help: 'Na účtenky, stoly a dvere. Vedie tam, kam odkaz vyššie.',
      of: 'QR kód adresy {{ address }}',
      print: 'Vytlačiť kartičku',
      save: 'Uložiť ako {{ format }}',
      tooLong: 'Odkaz je na kód príliš dlhý. Uberte, čo hovorí.',
    },
    mail: {
      title: 'Otázka v e-maile',
      help: 'Každé číslo je odkaz; stránka sa otvorí s týmto skóre už vybraným.',
      confirmed:
        'Samotné kliknutie sa nepočíta, lebo programy, ktoré kontrolujú poštu, otvárajú všetky odkazy. Skóre sa započíta, až keď ho niekto na stránke potvrdí.',
      preview: 'Náhľad e-mailu',
      copy: 'Kopírovať do e-mailu',
      html: 'Kopírovať HTML',
      text: 'Kopírovať ako obyčajný text',
      set: 'Váš poštový program musí doplniť {{ customer }} (ID zákazníka) a {{ mail }} (v každom e-maile iné, napríklad číslo tiketu). Všetky odkazy jedného e-mailu sú potom jedna odpoveď, nech ich program otvorí koľkokoľvek.',
    },
    kiosk: {
      title: 'Na tablete v predajni',
      help: 'Pýta sa jedného zákazníka po druhom, s veľkými číslami, a 15 sekúnd po poslednom dotyku začne znova.',
      setUp:
        'Stránku raz otvorte, kým funguje pripojenie, a nechajte ju otvorenú. Prvý dotyk ju roztiahne na celú obrazovku. Bez pripojenia sa pýta ďalej a odpovede odošle neskôr.',
    },
    widget: {
      title: 'Na vašom webe',
      help: 'Prieskum ukáže na vašich stránkach jediná značka script. Neukladá cookies a nesiaha na vaše štýly.',
      sites: 'Smie sa zobraziť na',
      noSites:
        'Prieskum zatiaľ nesmie ukázať žiadny web, takže ho prehliadače odmietnu. Pridajte svoj medzi weby prieskumu a prieskum zverejnite.',
      toSites: 'Zadať svoje weby',
      as: 'Kde',
      popover: 'V rohu',
      dialog: 'V strede',
      inline: 'V stránke',
      when: 'Kedy',
      after: 'Po chvíli',
      scroll: 'Po posunutí stránky',
      exit: 'Pri odchode',
      called: 'Len na zavolanie',
      seconds: 'Po uplynutí',
      scrolled: 'Aká časť stránky je za čitateľom',
      days: 'Ten istý návštevník znova o',
      tag: 'Značka script pre vaše stránky',
      tagInPlace: 'Značka script, tam, kde má otázka stáť',
      call: 'A potom vo vlastnom skripte',
      policy: 'Čo musia povoliť zásady zabezpečenia obsahu (CSP)',
    },
  },
} satisfies Translation<typeof en>
