import type en from '../en/settings.ts'
import type { Translation } from '../translation.ts'

export default {
  settings: {
    tabs: {
      workspace: 'Pracovní prostor',
      people: 'Lidé',
      imports: 'Importy',
      auditLog: 'Protokol auditu',
    },
    name: 'Firma',
    needName: 'Zadejte název, nejvýše 100 znaků.',
    zone: 'Časové pásmo',
    common: 'Obvyklá',
    zoneHelp: 'Dny začínají a končí podle těchto hodin. Teď je tam {{ now }}.',
    needZone: 'Toto časové pásmo tu není známé. Vyberte jiné.',
    recount:
      'Všechny dny se spočítají znovu; může to chvíli trvat a nové odpovědi po tu dobu počkají. Značky a výchozí období si nechají své dny.',
    counting: 'Všechny dny se počítají znovu …',
    save: 'Uložit',
    saved: 'Uloženo',
    failed:
      'Nepodařilo se to uložit. Všechna skóre jsou v pořádku; za chvíli se podívejte a zkuste to znovu.',
    nameHelp: 'Zákazníci ji uvidí v otázce: „Doporučili byste firmu Acme?“',
  },
} satisfies Translation<typeof en>
