import type en from '../en/entrance.ts'
import type { Translation } from '../translation.ts'

export default {
  signIn: {
    title: 'Přihlášení',
    forgot: 'Zapomněli jste heslo? Požádejte správce o odkaz pro nové heslo.',
    nobody:
      'Zatím tu nemá účet nikdo. Adresa pro založení prvního se vypsala tam, kde byl Ohlas spuštěn.',
    email: 'E-mail',
    password: 'Heslo',
    wrong: 'Nesprávný e-mail nebo heslo.',
    often: 'Příliš mnoho pokusů. Zkuste to znovu za 15 minut.',
    failed: 'Přihlášení se nezdařilo. Zkontrolujte připojení a zkuste to znovu.',
    codeTitle: 'Zadejte kód',
    code: 'Kód',
    codeHelp: 'Šest číslic z ověřovací aplikace.',
    recoveryCode: 'Záložní kód',
    recoveryHelp: 'Každý kód platí jednou.',
    useRecovery: 'Použít záložní kód',
    useApp: 'Použít aplikaci',
    startOver: 'Začít znovu',
    wrongCode: 'Kód je špatný nebo už byl použit. Počkejte na další.',
    unreadable:
      'Server teď kódy z aplikace nemůže ověřit. Použijte záložní kód, nebo se obraťte na správce.',
    lost: 'Nemáte telefon ani kódy? Správce vám dvoufázové přihlášení může vypnout.',
    otherAddress:
      'Server je nastaven jako {{ address }} (PUBLIC_URL), ale otevřeli jste ho jako {{ opened }}.',
    unknownAddress: 'Server adresu {{ opened }} nezná. Nastavte na ni na serveru PUBLIC_URL.',
  },
  setup: {
    title: 'Nastavení Ohlasu',
    lead: 'Budete prvním správcem. Zabere to minutu a stačí jednou.',
    company: 'Firma',
    name: 'Vaše jméno',
    email: 'Váš e-mail',
    password: 'Heslo',
    passwordHelp: 'Aspoň 10 znaků.',
    passwordShort: 'Příliš krátké: použijte alespoň 10 znaků.',
    missing: 'Povinné pole',
    notEmail: 'Zadejte adresu jako ada@example.com.',
    tooLong: 'To je příliš dlouhé.',
    submit: 'Vytvořit účet',
    used: 'Ohlas už je nastavený. Přihlaste se svým účtem.',
    wrong:
      'Tato adresa nastavení neotevře: je neúplná, nebo z dřívějšího spuštění. Otevřete tu, kterou Ohlas vypsal při posledním spuštění.',
    failed: 'Nepodařilo se to uložit. Co jste napsali, tu zůstalo, zkuste to znovu.',
  },
  password: {
    weak: 'Toto heslo se dá snadno uhodnout. Nepoužívejte běžná hesla ani své jméno, e-mail či firmu.',
  },
  accountLink: {
    join: 'Přidejte se k týmu {{ company }}',
    reset: 'Zvolte si nové heslo',
    ended: 'Tento odkaz už nefunguje',
    used: 'Funguje jen jednou a už byl použit. Přihlaste se, nebo požádejte správce o nový.',
    expired: 'Jeho platnost vypršela. Požádejte správce o nový.',
    withdrawn: 'Byl zrušen. Pokud potřebujete nový, obraťte se na správce.',
    unknown: 'Odkaz je možná neúplný. Zkopírujte celou adresu a otevřete ji znovu.',
    newPassword: 'Nové heslo',
    taken: 'Tato adresa už účet má. Přihlaste se s ní.',
    submit: 'Vytvořit účet',
    submitReset: 'Uložit a přihlásit se',
  },
} satisfies Translation<typeof en>
