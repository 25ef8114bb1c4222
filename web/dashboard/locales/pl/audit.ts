import type en from '../en/audit.ts'
import type { Translation } from '../translation.ts'

export default {
  audit: {
    help: 'Logowania, eksporty, wyświetlone nazwiska oraz zmiany osób i ustawień. Wpisów nie można zmieniać ani usuwać.',
    action: 'Działanie',
    allActions: 'Wszystkie działania',
    clear: 'Wyczyść filtr',
    onlyActor: 'Pokaż tylko wpisy tej osoby',
    empty: 'Brak wpisów',
    emptyHelp: 'Żaden wpis nie pasuje do tego filtru.',
    actors: {
      person: 'Zalogowana osoba',
      key: 'Klucz API',
      command: 'Polecenie na serwerze',
      unknown: 'Niezalogowany',
    },
    actions: {
      session: {
        started: 'Zalogowanie',
        refused: 'Odrzucone logowanie',
        ended: 'Wylogowanie',
        revoked: 'Zakończenie sesji',
      },
      person: {
        invited: 'Zaproszenie osoby',
        invitation_withdrawn: 'Wycofanie zaproszenia',
        joined: 'Przyjęcie zaproszenia',
        added: 'Dodanie osoby',
        role_changed: 'Zmiana roli',
        deactivated: 'Dezaktywacja osoby',
        reactivated: 'Ponowna aktywacja osoby',
        reset_link_created: 'Utworzenie linku do zmiany hasła',
        password_reset: 'Zresetowanie hasła',
        password_changed: 'Zmiana własnego hasła',
        two_factor_enabled: 'Włączenie logowania dwuetapowego',
        two_factor_disabled: 'Wyłączenie logowania dwuetapowego',
        recovery_codes_created: 'Utworzenie kodów zapasowych',
        recovery_code_used: 'Użycie kodu zapasowego',
      },
      secrets: {
        rotated: 'Nowy klucz do zapisanych tajnych danych',
      },
      key: {
        created: 'Utworzenie klucza API',
        revoked: 'Unieważnienie klucza API',
      },
      names: {
        viewed: 'Wyświetlenie nazwisk klientów',
      },
      export: {
        downloaded: 'Pobranie eksportu',
      },
      import: {
        finished: 'Import pliku',
        undone: 'Cofnięcie importu',
      },
      workspace: {
        changed: 'Zmiana ustawień',
      },
      signing_key: {
        viewed: 'Wyświetlenie klucza do podpisywania linków',
      },
      audit_log: {
        downloaded: 'Pobranie dziennika audytu',
      },
    },
  },
} satisfies Translation<typeof en>
