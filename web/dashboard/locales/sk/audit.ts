import type en from '../en/audit.ts'
import type { Translation } from '../translation.ts'

export default {
  audit: {
    help: 'Prihlásenia, exporty, zobrazené mená a zmeny nastavení. Záznamy sa nedajú meniť ani mazať.',
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
      },
      names: {
        viewed: 'Zobrazenie mien zákazníkov',
      },
      export: {
        downloaded: 'Stiahnutie exportu',
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
