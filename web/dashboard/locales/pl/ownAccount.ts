import type en from '../en/ownAccount.ts'
import type { Translation } from '../translation.ts'

export default {
  ownAccount: {
    title: 'Moje konto',
    nameTitle: 'Imię i nazwisko',
    name: 'Twoje imię i nazwisko',
    nameHelp: 'Zespół widzi je przy sprawach i w dzienniku audytu.',
    needName: 'Podaj imię i nazwisko.',
    saved: 'Zapisano',
    saveName: 'Zapisz',
    passwordTitle: 'Hasło',
    current: 'Obecne hasło',
    new: 'Nowe hasło',
    newHelp: 'Co najmniej 10 znaków. Po zmianie wylogujemy Cię wszędzie indziej.',
    short: 'Za krótkie: użyj co najmniej 10 znaków.',
    weak: 'To hasło łatwo odgadnąć. Nie używaj popularnych haseł ani swojego imienia, e-maila czy nazwy firmy.',
    wrongPassword: 'To nie jest Twoje obecne hasło.',
    often: 'Zbyt wiele prób. Odczekaj kwadrans i spróbuj ponownie.',
    passwordSaved: 'Hasło zmienione. Wylogowano Cię wszędzie indziej.',
    savePassword: 'Zmień hasło',
    sessions: 'Sesje',
    sessionsHelp: 'Przeglądarki, w których jesteś zalogowany(-a).',
    here: 'Ta przeglądarka',
    used: 'Ostatnio używana {{ when }}',
    browserOn: '{{ browser }}, {{ system }}',
    unknown: 'Nieznana przeglądarka',
    end: 'Wyloguj',
    endOthers: 'Wyloguj wszędzie indziej',
    ended: 'Wylogowano',
  },
} satisfies Translation<typeof en>
