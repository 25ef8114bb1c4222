import type en from '../en/audit.ts'
import type { Translation } from '../translation.ts'

export default {
  audit: {
    help: 'Přihlášení, exporty, zobrazená jména a změny lidí a nastavení. Záznamy nelze měnit ani mazat.',
    action: 'Akce',
    allActions: 'Všechny akce',
    clear: 'Zrušit filtr',
    onlyActor: 'Zobrazit jen záznamy této osoby',
    empty: 'Žádné záznamy',
    emptyHelp: 'Tomuto filtru neodpovídá žádný záznam.',
    actors: {
      person: 'Přihlášená osoba',
      key: 'Klíč API',
      command: 'Příkaz na serveru',
      unknown: 'Nepřihlášený',
    },
    actions: {
      session: {
        started: 'Přihlášení',
        refused: 'Odmítnuté přihlášení',
        ended: 'Odhlášení',
        revoked: 'Ukončení přihlášení na zařízeních',
      },
      person: {
        invited: 'Pozvání osoby',
        invitation_withdrawn: 'Zrušení pozvánky',
        joined: 'Přijetí pozvánky',
        added: 'Přidání osoby',
        role_changed: 'Změna role',
        deactivated: 'Deaktivace osoby',
        reactivated: 'Opětovná aktivace osoby',
        reset_link_created: 'Vytvoření odkazu na nové heslo',
        password_reset: 'Obnovení hesla',
        password_changed: 'Změna vlastního hesla',
        two_factor_enabled: 'Zapnutí dvoufázového přihlášení',
        two_factor_disabled: 'Vypnutí dvoufázového přihlášení',
        recovery_codes_created: 'Vytvoření záložních kódů',
        recovery_code_used: 'Použití záložního kódu',
      },
      secrets: {
        rotated: 'Nový klíč k uloženým tajným údajům',
      },
      key: {
        created: 'Vytvoření klíče API',
        revoked: 'Zrušení klíče API',
      },
      names: {
        viewed: 'Zobrazení jmen zákazníků',
      },
      export: {
        downloaded: 'Stažení exportu',
      },
      import: {
        finished: 'Import souboru',
        undone: 'Vrácení importu',
      },
      workspace: {
        changed: 'Změna nastavení',
      },
      signing_key: {
        viewed: 'Zobrazení klíče pro podepisování odkazů',
      },
      audit_log: {
        downloaded: 'Stažení protokolu auditu',
      },
    },
  },
} satisfies Translation<typeof en>
