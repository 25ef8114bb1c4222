import type en from '../en/publishing.ts'
import type { Translation } from '../translation.ts'

export default {
  publishing: {
    refused: 'Zatiaľ sa nedá zverejniť. Čo chýba, stojí vedľa.',
    weight: 'Stránka má {{ size }}',
    heavyLogo:
      'S týmto logom je stránka príliš veľká na to, aby sa zobrazila hneď. Vyberte jednoduchší obrázok.',
    musts: 'Než sa bude dať zverejniť',
    shoulds: 'Odporúčania',
    ready: 'Pripravené na zverejnenie.',
    differs: 'Čo sa pre zákazníkov zmení',
    same: 'Zákazníci vidia presne toto.',
    first: 'Žiadny zákazník ho zatiaľ nevidel.',
    changes: 'Zverejniť zmeny',
    added: 'nové',
    removed: 'preč',
    moved: 'z {{ before }}. miesta na {{ after }}.',
    test: 'Vyskúšať',
    testHelp:
      'Táto adresa ukáže dotazník tak, ako je napísaný tu, či je zverejnený, alebo nie. Odpovede odtiaľ sa nikdy nepočítajú.',
    testOpen: 'Otvoriť skúšobnú stránku',
    testErase: 'Vymazať',
    copy: 'Skopírovať dotazník',
    copyName: '{{ name }} (kópia)',
    copied: '„{{ name }}“ je samostatný koncept.',
    back: 'Späť k zverejnenému',
    backDone: 'Je zase ako zverejnený.',
    failed: 'Nepodarilo sa to. Skontrolujte pripojenie a skúste to znova.',
    seconds: {
      one: 'Odpoveď zaberie asi {{ n }} sekundu',
      few: 'Odpoveď zaberie asi {{ n }} sekundy',
      many: 'Odpoveď zaberie asi {{ n }} sekundy',
      other: 'Odpoveď zaberie asi {{ n }} sekúnd',
    },
    testErased: {
      one: 'Vymazaná {{ n }} skúšobná odpoveď.',
      few: 'Vymazané {{ n }} skúšobné odpovede.',
      many: 'Vymazané {{ n }} skúšobnej odpovede.',
      other: 'Vymazaných {{ n }} skúšobných odpovedí.',
    },
    testGiven: {
      one: 'zatiaľ {{ n }} skúšobná odpoveď',
      few: 'zatiaľ {{ n }} skúšobné odpovede',
      many: 'zatiaľ {{ n }} skúšobnej odpovede',
      other: 'zatiaľ {{ n }} skúšobných odpovedí',
    },
    advice: {
      'no-score': 'Chýba známka. Pridajte otázku, ktorá ju má.',
      'no-reason-asked':
        'Nespokojných sa nikto nepýta prečo. Otázka na vlastné slová povie, čo napraviť.',
      'long-text': 'Na telefón dlhé: {{ length }} znakov, dobre sa zmestí {{ most }}.',
      'long-survey': 'Zaberie asi {{ seconds }} s; nad {{ most }} s to mnohí vzdajú.',
      'faint-colour': 'Farba sa zle číta. Najbližšia čitateľná je {{ nearest }}.',
      'links-for-everyone': 'Odkazy sa ponúkajú všetkým, nielen spokojným.',
      'impossible-condition': 'Podmienka nikdy nenastane.',
      'score-for-everyone': 'Prvé hodnotenie sa pýta všetkých, takže nemôže mať podmienku.',
      unreachable: 'Sem sa nikto nedostane: otázka, od ktorej závisí, sa nikdy nepoloží.',
      'missing-address': 'Odkaz zatiaľ nemá adresu.',
      'unfinished-address': 'Adresa odkazu nie je dopísaná.',
    },
    versions: {
      title: 'Verzie',
      nth: 'Verzia {{ version }}',
      begin: 'Prvá.',
    },
  },
} satisfies Translation<typeof en>
