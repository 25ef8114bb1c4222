import type en from '../en/sharing.ts'
import type { Translation } from '../translation.ts'

export default {
  share: {
    draft: 'Nejdřív ho zveřejněte',
    draftHelp: 'Odkazy, QR kódy, e-maily a widgety fungují, až bude průzkum spuštěný.',
    toSurveys: 'Přejít na průzkumy',
    closed: 'Průzkum je pozastavený. Jeho odkaz oznamuje, že je uzavřený.',
    ownLanguage: 'Jazyk zákazníka',
    link: {
      title: 'Odkaz',
      help: 'Do chatů, zpráv a podpisů. Parametry odkazu platí i pro kód, e-mail, tablet a widget níže.',
    },
    properties: {
      title: 'Parametry odkazu',
      help: 'Skóre lze podle nich později třídit, například podle kanálu nebo týmu. Zástupný symbol vašeho mailového nástroje, jako {{ example }}, zůstane beze změny.',
      name: 'Název',
      value: 'Hodnota',
      add: 'Přidat parametr',
      unreadable: 'Použijte písmena, číslice, tečky, spojovníky nebo podtržítka, bez mezer.',
      taken: 'Tento název je vyhrazený. Zvolte jiný.',
      twice: 'Tento název je už použit výše.',
    },
    signed: {
      title: 'Podepsané odkazy',
      help: 'Jako odkaz výše, ale jeho parametry nelze změnit.',
      only: 'Přijímá se jen z podepsaných odkazů:',
      single: 'Na jedno použití',
      amount: 'Kolik',
      make: 'Vytvořit podepsané odkazy',
      hasPlaceholder:
        'Zástupný symbol nelze podepsat. Odeberte ho výše, nebo odkazy podepisujte přes API.',
      failed: 'Odkazy se nepodařilo vytvořit. Zkontrolujte parametry výše a zkuste to znovu.',
      invalid:
        'Odpovědi za posledních 30 dní, které přišly odkazem s neplatným podpisem: {{ n }}. Odkaz byl cestou zkrácen nebo změněn; odpovědi se počítají, ale bez zákazníka.',
    },
    code: {
      title: 'QR kód',
      help: 'Na účtenky, stoly a dveře. Otevře odkaz výše.',
      of: 'QR kód adresy {{ address }}',
      print: 'Vytisknout kartu',
      save: 'Uložit jako {{ format }}',
      tooLong: 'Odkaz je pro QR kód příliš dlouhý. Odeberte některé parametry.',
    },
    mail: {
      title: 'Otázka v e-mailu',
      help: 'Každé číslo je odkaz; stránka se otevře s tímto skóre už vybraným.',
      confirmed:
        'Samotné kliknutí se nepočítá, protože kontroly pošty otevírají každý odkaz. Hodnocení platí, až ho zákazník na stránce potvrdí.',
      preview: 'Náhled e-mailu',
      copy: 'Kopírovat do e-mailu',
      html: 'Kopírovat HTML',
      text: 'Kopírovat jako prostý text',
      set: 'Váš poštovní program musí doplnit {{ customer }} (ID zákazníka) a {{ mail }} (v každém e-mailu jiné, třeba číslo tiketu). Všechny odkazy jednoho e-mailu jsou pak jedna odpověď, ať jich program otevře kolik chce.',
    },
    kiosk: {
      title: 'Kiosk na tabletu',
      help: 'Ptá se jednoho zákazníka po druhém velkými čísly a 15 sekund po posledním dotyku začne znovu.',
      setUp:
        'Otevřete ho jednou s připojením a nechte otevřený. První dotyk zapne celou obrazovku. Bez připojení se ptá dál a odpovědi odešle později.',
    },
    widget: {
      title: 'Na vašem webu',
      help: 'Průzkum ukáže na vašich stránkách jediná značka script. Neukládá cookies a nesahá na vaše styly.',
      sites: 'Povolené weby',
      noSites:
        'Průzkum zatím nesmí zobrazit žádný web, prohlížeče ho proto blokují. Přidejte své weby v nastavení průzkumu a zveřejněte ho.',
      toSites: 'Přidat weby',
      as: 'Umístění',
      popover: 'V rohu',
      dialog: 'Dialog',
      inline: 'V textu stránky',
      when: 'Spuštění',
      after: 'Po prodlevě',
      scroll: 'Po posunutí stránky',
      exit: 'Při odchodu ze stránky',
      called: 'Z vlastního kódu',
      seconds: 'Po uplynutí',
      scrolled: 'Odrolovaná část stránky',
      days: 'Téhož návštěvníka se zeptat znovu po',
      tag: 'Značka script pro vaše stránky',
      tagInPlace: 'Značka skriptu na místo, kde se má průzkum zobrazit',
      call: 'Potom ho zavolejte ze svého kódu',
      policy: 'Potřebná Content Security Policy',
    },
  },
} satisfies Translation<typeof en>
