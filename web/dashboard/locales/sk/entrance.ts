import type en from '../en/entrance.ts'
import type { Translation } from '../translation.ts'

export default {
  signIn: {
    title: 'Prihlásenie',
    forgot: 'Zabudli ste heslo? Požiadajte správcu o odkaz na nové heslo.',
    nobody:
      'Zatiaľ tu nemá účet nikto. Adresa na založenie prvého sa vypísala tam, kde bol Ohlas spustený.',
    email: 'E-mail',
    password: 'Heslo',
    wrong: 'Nesprávny e-mail alebo heslo.',
    often: 'Príliš veľa pokusov. Skúste to znova o 15 minút.',
    failed: 'Prihlásenie sa nepodarilo. Skontrolujte pripojenie a skúste to znova.',
    codeTitle: 'Zadajte kód',
    code: 'Kód',
    codeHelp: 'Šesť číslic z overovacej aplikácie.',
    recoveryCode: 'Záložný kód',
    recoveryHelp: 'Každý kód platí raz.',
    useRecovery: 'Použiť záložný kód',
    useApp: 'Použiť aplikáciu',
    startOver: 'Začať znova',
    wrongCode: 'Kód je nesprávny alebo už bol použitý. Počkajte na ďalší.',
    unreadable:
      'Server teraz kódy z aplikácie nevie overiť. Použite záložný kód alebo sa obráťte na správcu.',
    lost: 'Nemáte telefón ani kódy? Správca vám dvojfázové prihlásenie môže vypnúť.',
    otherAddress:
      'Server je nastavený ako {{ address }} (PUBLIC_URL), ale otvorili ste ho ako {{ opened }}.',
    unknownAddress: 'Server adresu {{ opened }} nepozná. Nastavte na ňu na serveri PUBLIC_URL.',
  },
  setup: {
    title: 'Nastavenie Ohlasu',
    lead: 'Budete prvým správcom. Zaberie to minútu a stačí raz.',
    company: 'Firma',
    name: 'Vaše meno',
    email: 'Váš e-mail',
    password: 'Heslo',
    passwordHelp: 'Aspoň 10 znakov.',
    passwordShort: 'Príliš krátke: použite aspoň 10 znakov.',
    missing: 'Povinné pole',
    notEmail: 'Zadajte adresu ako ada@example.com.',
    tooLong: 'To je príliš dlhé.',
    submit: 'Vytvoriť účet',
    used: 'Ohlas už je nastavený. Prihláste sa svojím účtom.',
    wrong:
      'Táto adresa nastavenie neotvorí: je neúplná alebo z predošlého spustenia. Otvorte tú, ktorú Ohlas vypísal pri poslednom spustení.',
    failed: 'Nepodarilo sa to uložiť. Čo ste napísali, tu zostalo, skúste to znova.',
  },
  password: {
    weak: 'Toto heslo sa dá ľahko uhádnuť. Nepoužívajte bežné heslá ani svoje meno, e-mail či firmu.',
  },
  accountLink: {
    join: 'Pridajte sa k tímu {{ company }}',
    reset: 'Zvoľte si nové heslo',
    ended: 'Tento odkaz už nefunguje',
    used: 'Funguje iba raz a už bol použitý. Prihláste sa alebo požiadajte správcu o nový.',
    expired: 'Jeho platnosť vypršala. Požiadajte správcu o nový.',
    withdrawn: 'Bol zrušený. Ak potrebujete nový, obráťte sa na správcu.',
    unknown: 'Odkaz je možno neúplný. Skopírujte celú adresu a otvorte ju znova.',
    newPassword: 'Nové heslo',
    taken: 'Táto adresa už účet má. Prihláste sa s ňou.',
    submit: 'Vytvoriť účet',
    submitReset: 'Uložiť a prihlásiť sa',
  },
} satisfies Translation<typeof en>
