import type en from '../en/firstVisit.ts'
import type { Translation } from '../translation.ts'

export default {
  first: {
    title: 'Vítejte. Kde chcete začít?',
    survey: 'Vytvořit průzkum',
    surveyHelp: 'Vyberte šablonu, pojmenujte ji a sdílejte odkaz.',
    import: 'Importovat odpovědi',
    importHelp:
      'Nahrajte, co máte, jako CSV, Excel nebo JSON. Než se cokoli uloží, uvidíte náhled.',
    importStart: 'Vybrat soubor',
    example: 'Prozkoumat s ukázkovými daty',
    exampleHelp: 'Osmnáct měsíců smyšlených odpovědí, které smažete jedním kliknutím.',
    exampleStart: 'Načíst ukázková data',
    exampleLoading: 'Odpovědi se připravují. Potrvá to pár vteřin …',
    exampleFailed: 'Ukázková data se nepodařilo načíst. Nic se nezměnilo. Zkuste to znovu.',
    viewer: 'Zatím tu nejsou žádné průzkumy. Až správce nějaký spustí, objeví se tu jeho skóre.',
  },
} satisfies Translation<typeof en>
