import type en from '../en/people.ts'
import type { Translation } from '../translation.ts'

export default {
  people: {
    help: 'Kto może się zalogować i co mu wolno.',
    invite: 'Zaproś osobę',
    invitations: 'Otwarte zaproszenia',
    noInvitations: 'Brak otwartych zaproszeń.',
    deactivated: 'Dezaktywowane',
    you: 'Ty',
    manage: 'Zarządzaj',
    lastSeen: 'Aktywność: {{ when }}',
    neverSeen: 'Jeszcze bez logowania',
    deactivatedOn: 'Dezaktywacja {{ date }}',
    anyone: 'Każdy, kto ma link',
    until: 'Ważne do {{ date }}',
    withdraw: 'Wycofaj',
    withdrawn: 'Zaproszenie wycofane',
    role: 'Rola',
    roleHelp: {
      viewer: 'Widzi wyniki i odpowiedzi bez nazwisk klientów.',
      lead: 'Widzi też nazwiska, prowadzi sprawy i eksportuje.',
      admin: 'Może wszystko, łącznie z zarządzaniem osobami.',
    },
    email: 'E-mail (opcjonalnie)',
    emailHelp: 'Jeśli go podasz, z linku skorzysta tylko ten adres.',
    notEmail: 'Podaj adres, na przykład ada@example.com.',
    taken: 'Ten adres ma już konto.',
    name: 'Imię i nazwisko (opcjonalnie)',
    createLink: 'Utwórz link',
    copyLink: 'Kopiuj link',
    linkHelp:
      'Wyślij ten link samodzielnie. Działa raz, do {{ date }}, i nie pokażemy go ponownie.',
    noAddress:
      'Linki wymagają adresu serwera. Poproś osobę prowadzącą serwer o ustawienie PUBLIC_URL.',
    saveRole: 'Zmień rolę',
    roleDone: 'Rola zmieniona.',
    lastAdmin: 'Musi pozostać co najmniej jeden administrator.',
    resetHelp: 'Zapomniane hasło? Link pozwala ustawić nowe.',
    createReset: 'Utwórz link do zmiany hasła',
    twoFactor: {
      on: 'Dwuetapowe',
      unreadable: 'Dwuetapowe: brak klucza',
    },
    twoFactorHelp: 'Do logowania potrzebny jest też kod z aplikacji. Wyłącz to, jeśli ją utracono.',
    unreadableHelp:
      'Serwer utracił klucz do kodów, więc działają tylko zapasowe. Wyłącz logowanie dwuetapowe; można je skonfigurować ponownie.',
    lostKey: {
      one: 'Brakuje klucza do zapisanych tajnych danych. {{ n }} osoba musi ponownie skonfigurować logowanie dwuetapowe.',
      few: 'Brakuje klucza do zapisanych tajnych danych. {{ n }} osoby muszą ponownie skonfigurować logowanie dwuetapowe.',
      many: 'Brakuje klucza do zapisanych tajnych danych. {{ n }} osób musi ponownie skonfigurować logowanie dwuetapowe.',
      other:
        'Brakuje klucza do zapisanych tajnych danych. {{ n }} osoby musi ponownie skonfigurować logowanie dwuetapowe.',
    },
    resetTwoFactor: 'Wyłącz logowanie dwuetapowe',
    resetTwoFactorDone: 'Logowanie dwuetapowe wyłączone.',
    deactivateHelp: 'Dezaktywowana osoba nie może się zalogować. To, co zrobiła, zostaje.',
    deactivate: 'Dezaktywuj',
    deactivatedDone: 'Dezaktywowano.',
    handOver: {
      one: '{{ n }} otwartą sprawę przejmie',
      few: '{{ n }} otwarte sprawy przejmie',
      many: '{{ n }} otwartych spraw przejmie',
      other: '{{ n }} otwartej sprawy przejmie',
    },
    keysStay: {
      one: '{{ n }} klucz API utworzony przez tę osobę będzie nadal działać. Można go unieważnić w ustawieniach.',
      few: '{{ n }} klucze API utworzone przez tę osobę będą nadal działać. Można je unieważnić w ustawieniach.',
      many: '{{ n }} kluczy API utworzonych przez tę osobę będzie nadal działać. Można je unieważnić w ustawieniach.',
      other:
        '{{ n }} klucza API utworzonego przez tę osobę będzie nadal działać. Można je unieważnić w ustawieniach.',
    },
    nobody: 'Nikt',
    handedOver: {
      one: 'Przekazano {{ n }} sprawę.',
      few: 'Przekazano {{ n }} sprawy.',
      many: 'Przekazano {{ n }} spraw.',
      other: 'Przekazano {{ n }} sprawy.',
    },
    reactivateHelp: 'Ta osoba będzie mogła znów zalogować się swoim hasłem i z tą samą rolą.',
    reactivate: 'Aktywuj ponownie',
    reactivatedDone: 'Aktywowano ponownie.',
  },
} satisfies Translation<typeof en>
