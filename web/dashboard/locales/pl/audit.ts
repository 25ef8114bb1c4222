import type en from '../en/audit.ts'
import type { Translation } from '../translation.ts'

export default {
  audit: {
    help: 'Logowania, eksporty, wyświetlone nazwiska i zmiany ustawień. Wpisów nie można zmieniać ani usuwać.',
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
      },
      names: {
        viewed: 'Wyświetlenie nazwisk klientów',
      },
      export: {
        downloaded: 'Pobranie eksportu',
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
