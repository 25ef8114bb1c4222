import type en from '../en/audit.ts'
import type { Translation } from '../translation.ts'

export default {
  audit: {
    help: 'Prihlásenia, exporty, zobrazené mená a zmeny ľudí a nastavení. Záznamy sa nedajú meniť ani mazať.',
    action: 'Akcia',
    allActions: 'Všetky akcie',
    clear: 'Zrušiť filter',
    onlyActor: 'Zobraziť iba záznamy tejto osoby',
    empty: 'Žiadne záznamy',
    emptyHelp: 'Tomuto filtru nezodpovedá žiadny záznam.',
    actors: {
      person: 'Prihlásená osoba',
      key: 'Kľúč API',
      command: 'Príkaz na serveri',
      unknown: 'Neprihlásený',
    },
    actions: {
      session: {
        started: 'Prihlásenie',
        refused: 'Odmietnuté prihlásenie',
        ended: 'Odhlásenie',
        revoked: 'Ukončenie prihlásení na zariadeniach',
      },
      person: {
        invited: 'Pozvanie osoby',
        invitation_withdrawn: 'Zrušenie pozvánky',
        joined: 'Prijatie pozvánky',
        added: 'Pridanie osoby',
        role_changed: 'Zmena roly',
        deactivated: 'Deaktivácia osoby',
        reactivated: 'Opätovná aktivácia osoby',
        reset_link_created: 'Vytvorenie odkazu na nové heslo',
        password_reset: 'Obnovenie hesla',
        password_changed: 'Zmena vlastného hesla',
        two_factor_enabled: 'Zapnutie dvojfázového prihlásenia',
        two_factor_disabled: 'Vypnutie dvojfázového prihlásenia',
        recovery_codes_created: 'Vytvorenie záložných kódov',
        recovery_code_used: 'Použitie záložného kódu',
      },
      secrets: {
        rotated: 'Nový kľúč k uloženým tajným údajom',
      },
      key: {
        created: 'Vytvorenie kľúča API',
        revoked: 'Zrušenie kľúča API',
      },
      names: {
        viewed: 'Zobrazenie mien zákazníkov',
      },
      export: {
        downloaded: 'Stiahnutie exportu',
      },
      import: {
        finished: 'Import súboru',
        undone: 'Vrátenie importu',
      },
      workspace: {
        changed: 'Zmena nastavení',
      },
      signing_key: {
        viewed: 'Zobrazenie kľúča na podpisovanie odkazov',
      },
      audit_log: {
        downloaded: 'Stiahnutie denníka auditu',
      },
    },
  },
} satisfies Translation<typeof en>
