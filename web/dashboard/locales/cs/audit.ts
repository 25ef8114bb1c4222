import type en from '../en/audit.ts'
import type { Translation } from '../translation.ts'

export default {
  audit: {
    help: 'Přihlášení, exporty, zobrazená jména a změny nastavení. Záznamy nelze měnit ani mazat.',
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
      },
      names: {
        viewed: 'Zobrazení jmen zákazníků',
      },
      export: {
        downloaded: 'Stažení exportu',
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
