import type en from '../en/surveys.ts'
import type { Translation } from '../translation.ts'

export default {
  surveys: {
    title: 'Prieskumy',
    new: 'Nový prieskum',
    publish: 'Zverejniť',
    resume: 'Obnoviť',
    pause: 'Pozastaviť',
    copy: 'Kopírovať odkaz',
    import: 'Importovať odpovede',
    open: 'Otvoriť stránku',
    last: 'posledná {{ when }}',
    published: 'Prieskum „{{ name }}“ beží.',
    paused: 'Prieskum „{{ name }}“ je pozastavený. Jeho odkaz teraz oznamuje, že je uzavretý.',
    failed: '„{{ name }}“ sa nepodarilo zmeniť. Skúste to znova.',
    empty: 'Zatiaľ tu nie sú žiadne prieskumy',
    emptyHelp: 'Prieskum je jedna otázka, na ktorú zákazník odpovie za desať sekúnd.',
    noAddressHelp:
      'Odkazy na prieskumy vychádzajú z PUBLIC_URL. Nastavte ju na serveri, napríklad na https://ask.example.com, a spustite ho znova.',
    noAddress: 'Server nemá verejnú adresu',
  },
  newSurvey: {
    title: 'Nový prieskum',
    template: 'Čo chcete vedieť?',
    name: 'Názov',
    nameHelp: 'Pre váš tím. Zákazníci ho neuvidia.',
    languages: 'Jazyky',
    languagesHelp: 'Zákazník uvidí svoj jazyk; ten prvý je pre všetkých ostatných.',
    submit: 'Vytvoriť prieskum',
    needName: 'Pomenujte ho, nech ho tím nájde.',
    needLanguage: 'Vyberte aspoň jeden jazyk.',
    failed: 'Prieskum sa nepodarilo vytvoriť. Čo ste vybrali, zostalo tu; skúste to znova.',
    link: 'Odkaz pre zákazníkov',
    toShare: 'Ďalšie spôsoby zdieľania',
  },
} satisfies Translation<typeof en>
