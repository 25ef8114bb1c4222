import type en from '../en/surveys.ts'
import type { Translation } from '../translation.ts'

export default {
  surveys: {
    title: 'Průzkumy',
    new: 'Nový průzkum',
    publish: 'Zveřejnit',
    resume: 'Obnovit',
    pause: 'Pozastavit',
    copy: 'Kopírovat odkaz',
    import: 'Importovat odpovědi',
    open: 'Otevřít stránku',
    last: 'poslední {{ when }}',
    published: 'Průzkum „{{ name }}“ běží.',
    paused: 'Průzkum „{{ name }}“ je pozastavený. Jeho odkaz teď oznamuje, že je uzavřený.',
    failed: '„{{ name }}“ se nepodařilo změnit. Zkuste to znovu.',
    empty: 'Zatím tu nejsou žádné průzkumy',
    emptyHelp: 'Průzkum je jedna otázka, na kterou zákazník odpoví za deset vteřin.',
    noAddressHelp:
      'Odkazy na průzkumy vycházejí z PUBLIC_URL. Nastavte ji na serveru, třeba na https://ask.example.com, a spusťte ho znovu.',
    noAddress: 'Server nemá veřejnou adresu',
  },
  newSurvey: {
    title: 'Nový průzkum',
    template: 'Co chcete vědět?',
    name: 'Název',
    nameHelp: 'Pro váš tým. Zákazníci ho neuvidí.',
    languages: 'Jazyky',
    languagesHelp: 'Zákazník uvidí svůj jazyk; ten první je pro všechny ostatní.',
    submit: 'Vytvořit průzkum',
    needName: 'Pojmenujte ho, ať ho tým najde.',
    needLanguage: 'Vyberte aspoň jeden jazyk.',
    failed: 'Průzkum se nepodařilo vytvořit. Co jste vybrali, zůstalo zde; zkuste to znovu.',
    link: 'Odkaz pro zákazníky',
    toShare: 'Další způsoby sdílení',
  },
} satisfies Translation<typeof en>
