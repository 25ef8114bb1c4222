import type en from '../en/sharing.ts'
import type { Translation } from '../translation.ts'

export default {
  share: {
    draft: 'Nejdřív ho zveřejněte',
    draftHelp: 'Odkazy, kódy, e-maily i okénko na webu vedou k průzkumu, jakmile běží.',
    toSurveys: 'Přejít na průzkumy',
    closed: 'Průzkum teď nepřijímá odpovědi a jeho odkaz to oznamuje.',
    ownLanguage: 'Vlastní každému čtenáři',
    link: {
      title: 'Odkaz',
      help: 'Do chatu, zpráv a podpisů. Co do něj přidáte, platí i pro kód, e-mail, tablet a web níže.',
    },
    properties: {
      title: 'Co odkaz říká',
      help: 'Podle toho pak půjdou skóre rozdělit do skupin, třeba podle kanálu nebo týmu. Zástupný text vašeho poštovního programu, například {{ example }}, zůstane, jak je.',
      name: 'Název',
      value: 'Hodnota',
      add: 'Přidat řádek',
      unreadable: 'Použijte písmena, číslice, tečky, spojovníky nebo podtržítka, bez mezer.',
      taken: 'Tento název v odkazu znamená něco jiného. Zvolte jiný.',
      twice: 'Tento název už je použitý výše.',
    },
    signed: {
      title: 'Podepsané odkazy',
      help: 'Říkají totéž co odkaz výše a nikdo to nemůže změnit.',
      only: 'Jen z podepsaného odkazu se počítá:',
      single: 'Každý pro jednu odpověď',
      amount: 'Kolik',
      make: 'Vytvořit podepsané odkazy',
      hasPlaceholder:
        'Zástupný text podepsat nelze. Výše ho odeberte, nebo odkazy podepisujte sami přes API.',
      failed: 'Nepodařilo se je vytvořit. Zkontrolujte názvy a hodnoty výše a zkuste to znovu.',
      invalid:
        'Odpovědi za posledních 30 dní, které přišly odkazem s neplatným podpisem: {{ n }}. Odkaz byl cestou zkrácen nebo změněn; odpovědi se počítají, ale bez zákazníka.',
    },
    code: {
      title: 'QR kód',
      help: 'Na účtenky, stoly a dveře. Vede tam, kam odkaz výše.',
      of: 'QR kód adresy {{ address }}',
      print: 'Vytisknout kartičku',
      save: 'Uložit jako {{ format }}',
      tooLong: 'Odkaz je na kód příliš dlouhý. Uberte, co říká.',
    },
    mail: {
      title: 'Otázka v e-mailu',
      help: 'Každé číslo je odkaz; stránka se otevře s tímto skóre už vybraným.',
      confirmed:
        'Samotné kliknutí se nepočítá, protože programy, které kontrolují poštu, otevírají všechny odkazy. Skóre se započítá, až ho někdo na stránce potvrdí.',
      preview: 'Náhled e-mailu',
      copy: 'Kopírovat do e-mailu',
      html: 'Kopírovat HTML',
      text: 'Kopírovat jako prostý text',
      set: 'Váš poštovní program musí doplnit {{ customer }} (ID zákazníka) a {{ mail }} (v každém e-mailu jiné, třeba číslo tiketu). Všechny odkazy jednoho e-mailu jsou pak jedna odpověď, ať jich program otevře kolik chce.',
    },
    kiosk: {
      title: 'Na tabletu v prodejně',
      help: 'Ptá se jednoho zákazníka po druhém, s velkými čísly, a 15 sekund po posledním doteku začne znovu.',
      setUp:
        'Stránku jednou otevřete, dokud funguje připojení, a nechte ji otevřenou. První dotek ji roztáhne přes celou obrazovku. Bez připojení se ptá dál a odpovědi odešle později.',
    },
    widget: {
      title: 'Na vašem webu',
      help: 'Průzkum ukáže na vašich stránkách jediná značka script. Neukládá cookies a nesahá na vaše styly.',
      sites: 'Smí se zobrazit na',
      noSites:
        'Průzkum zatím nesmí ukázat žádný web, takže ho prohlížeče odmítnou. Přidejte svůj mezi weby průzkumu a průzkum zveřejněte.',
      toSites: 'Zadat své weby',
      as: 'Kde',
      popover: 'V rohu',
      dialog: 'Uprostřed',
      inline: 'Ve stránce',
      when: 'Kdy',
      after: 'Po chvíli',
      scroll: 'Po posunutí stránky',
      exit: 'Při odchodu',
      called: 'Jen na zavolání',
      seconds: 'Po uplynutí',
      scrolled: 'Jaká část stránky je za čtenářem',
      days: 'Stejný návštěvník znovu za',
      tag: 'Značka script pro vaše stránky',
      tagInPlace: 'Značka script, tam, kde má otázka stát',
      call: 'A pak ve vlastním skriptu',
      policy: 'Co musí povolit zásady zabezpečení obsahu (CSP)',
    },
  },
} satisfies Translation<typeof en>
