import type en from '../en/publishing.ts'
import type { Translation } from '../translation.ts'

export default {
  publishing: {
    refused: 'Zatím nejde zveřejnit. Co chybí, stojí vedle.',
    weight: 'Stránka má {{ size }}',
    heavyLogo:
      'S tímto logem je stránka příliš velká, než aby se objevila hned. Vyberte jednodušší obrázek.',
    musts: 'Než půjde zveřejnit',
    shoulds: 'Doporučení',
    ready: 'Připraveno ke zveřejnění.',
    differs: 'Co se pro zákazníky změní',
    same: 'Zákazníci vidí přesně toto.',
    first: 'Žádný zákazník ho zatím neviděl.',
    changes: 'Zveřejnit změny',
    added: 'nové',
    removed: 'pryč',
    moved: 'z {{ before }}. místa na {{ after }}.',
    test: 'Vyzkoušet',
    testHelp:
      'Tato adresa ukáže dotazník tak, jak je napsaný zde, ať je zveřejněný, nebo ne. Odpovědi odtud se nikdy nepočítají.',
    testOpen: 'Otevřít zkušební stránku',
    testErase: 'Smazat',
    copy: 'Zkopírovat dotazník',
    copyName: '{{ name }} (kopie)',
    copied: '„{{ name }}“ je samostatný koncept.',
    back: 'Zpět ke zveřejněnému',
    backDone: 'Je zase jako zveřejněný.',
    failed: 'Nepovedlo se to. Zkontrolujte připojení a zkuste to znovu.',
    seconds: {
      one: 'Odpověď zabere asi {{ n }} sekundu',
      few: 'Odpověď zabere asi {{ n }} sekundy',
      many: 'Odpověď zabere asi {{ n }} sekundy',
      other: 'Odpověď zabere asi {{ n }} sekund',
    },
    testErased: {
      one: 'Smazána {{ n }} zkušební odpověď.',
      few: 'Smazány {{ n }} zkušební odpovědi.',
      many: 'Smazáno {{ n }} zkušební odpovědi.',
      other: 'Smazáno {{ n }} zkušebních odpovědí.',
    },
    testGiven: {
      one: 'zatím {{ n }} zkušební odpověď',
      few: 'zatím {{ n }} zkušební odpovědi',
      many: 'zatím {{ n }} zkušební odpovědi',
      other: 'zatím {{ n }} zkušebních odpovědí',
    },
    advice: {
      'no-score': 'Chybí známka. Přidejte otázku, která ji má.',
      'no-reason-asked':
        'Nespokojených se nikdo neptá proč. Otázka na vlastní slova řekne, co napravit.',
      'long-text': 'Na telefon dlouhé: {{ length }} znaků, dobře se vejde {{ most }}.',
      'long-survey': 'Zabere asi {{ seconds }} s; nad {{ most }} s to mnozí vzdají.',
      'faint-colour': 'Barva se špatně čte. Nejbližší čitelná je {{ nearest }}.',
      'links-for-everyone': 'Odkazy se nabízejí všem, nejen spokojeným.',
      'impossible-condition': 'Podmínka nikdy nenastane.',
      'score-for-everyone': 'První hodnocení se ptá všech, takže nemůže mít podmínku.',
      unreachable: 'Sem se nikdo nedostane: otázka, na které závisí, se nikdy nepoloží.',
      'missing-address': 'Odkaz zatím nemá adresu.',
      'unfinished-address': 'Adresa odkazu není dopsaná.',
    },
    versions: {
      title: 'Verze',
      nth: 'Verze {{ version }}',
      begin: 'První.',
    },
  },
} satisfies Translation<typeof en>
