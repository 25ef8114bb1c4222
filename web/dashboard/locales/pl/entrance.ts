import type en from '../en/entrance.ts'
import type { Translation } from '../translation.ts'

export default {
  signIn: {
    title: 'Logowanie',
    forgot: 'Nie pamiętasz hasła? Poproś administratora o link do zmiany hasła.',
    nobody:
      'Nikt nie ma tu jeszcze konta. Adres do utworzenia pierwszego pojawił się tam, gdzie uruchomiono Ohlas.',
    email: 'E-mail',
    password: 'Hasło',
    wrong: 'Nieprawidłowy e-mail lub hasło.',
    often: 'Zbyt wiele prób. Proszę spróbować ponownie za 15 minut.',
    failed: 'Logowanie nie powiodło się. Proszę sprawdzić połączenie i spróbować ponownie.',
    codeTitle: 'Wpisz kod',
    code: 'Kod',
    codeHelp: 'Sześć cyfr z aplikacji uwierzytelniającej.',
    recoveryCode: 'Kod zapasowy',
    recoveryHelp: 'Każdy kod działa raz.',
    useRecovery: 'Użyj kodu zapasowego',
    useApp: 'Użyj aplikacji',
    startOver: 'Zacznij od nowa',
    wrongCode: 'Kod jest nieprawidłowy lub został już użyty. Poczekaj na następny.',
    unreadable:
      'Serwer nie może teraz sprawdzić kodów z aplikacji. Użyj kodu zapasowego lub poproś administratora.',
    lost: 'Nie masz telefonu ani kodów? Administrator może wyłączyć Ci logowanie dwuetapowe.',
    otherAddress:
      'Serwer jest skonfigurowany jako {{ address }} (PUBLIC_URL), a otwarto go jako {{ opened }}.',
    unknownAddress:
      'Serwer nie zna adresu {{ opened }}. Trzeba go ustawić na serwerze jako PUBLIC_URL.',
  },
  setup: {
    title: 'Pierwsze kroki z Ohlas',
    lead: 'To będzie konto pierwszego administratora. Zajmie to minutę i wystarczy raz.',
    company: 'Firma',
    name: 'Imię i nazwisko',
    email: 'E-mail',
    password: 'Hasło',
    passwordHelp: 'Co najmniej 10 znaków.',
    passwordShort: 'Za krótkie: potrzeba co najmniej 10 znaków.',
    missing: 'Pole wymagane',
    notEmail: 'Proszę wpisać adres, na przykład ada@example.com.',
    tooLong: 'To jest za długie.',
    submit: 'Utwórz konto',
    used: 'Ohlas jest już skonfigurowany. Proszę zalogować się na swoje konto.',
    wrong:
      'Ten adres nie otwiera konfiguracji: jest niepełny albo pochodzi z wcześniejszego uruchomienia. Proszę otworzyć ten, który Ohlas wypisał przy ostatnim uruchomieniu.',
    failed: 'Nie udało się zapisać. Wpisany tekst tu został; proszę spróbować znowu.',
  },
  password: {
    weak: 'To hasło łatwo odgadnąć. Nie używaj popularnych haseł ani swojego imienia, e-maila czy nazwy firmy.',
  },
  accountLink: {
    join: 'Dołącz do zespołu {{ company }}',
    reset: 'Ustaw nowe hasło',
    ended: 'Ten link już nie działa',
    used: 'Działa tylko raz i został już użyty. Zaloguj się lub poproś administratora o nowy.',
    expired: 'Wygasł. Poproś administratora o nowy link.',
    withdrawn: 'Został wycofany. Jeśli potrzebujesz nowego, zwróć się do administratora.',
    unknown: 'Link może być niepełny. Skopiuj cały adres i otwórz go ponownie.',
    newPassword: 'Nowe hasło',
    taken: 'Ten adres ma już konto. Zaloguj się na nie.',
    submit: 'Utwórz konto',
    submitReset: 'Zapisz i zaloguj się',
  },
} satisfies Translation<typeof en>
