import type en from '../en/firstVisit.ts'
import type { Translation } from '../translation.ts'

export default {
  first: {
    title: 'Vítejte. Čím chcete začít?',
    survey: 'Začít s průzkumem',
    surveyHelp: 'Vyberte hotovou otázku, pojmenujte ji a pošlete odkaz.',
    import: 'Importovat odpovědi',
    importHelp:
      'Nahrajte, co máte, jako CSV, Excel nebo JSON. Než se cokoli uloží, uvidíte náhled.',
    importStart: 'Vybrat soubor',
    example: 'Nejdřív se rozhlédnout',
    exampleHelp: 'Osmnáct měsíců vymyšlených odpovědí. Jedním tlačítkem zase zmizí.',
    exampleStart: 'Načíst ukázková data',
    exampleLoading: 'Odpovědi se připravují. Potrvá to pár vteřin …',
    exampleFailed:
      'Ukázková data se nepodařilo vytvořit. Nic jiného se nezměnilo, zkuste to znovu.',
    viewer: 'Zatím tu nejsou žádné průzkumy. Až správce nějaký spustí, objeví se tu jeho skóre.',
  },
} satisfies Translation<typeof en>
