import type en from '../en/settings.ts'
import type { Translation } from '../translation.ts'

export default {
  settings: {
    tabs: {
      workspace: 'Pracovní prostor',
      people: 'Lidé',
      apiKeys: 'Klíče API',
      imports: 'Importy',
      auditLog: 'Protokol auditu',
    },
    name: 'Firma',
    needName: 'Zadejte název, nejvýše 100 znaků.',
    zone: 'Časové pásmo',
    common: 'Běžná',
    zoneHelp: 'Dny začínají a končí podle tohoto pásma. Teď je tam {{ now }}.',
    needZone: 'Neznámé časové pásmo. Zvolte jiné.',
    recount:
      'Všechny dny se přepočítají. Nové odpovědi zatím počkají. Události a výchozí hodnoty si ponechají svá data.',
    counting: 'Přepočítávají se všechny dny …',
    save: 'Uložit',
    saved: 'Uloženo',
    failed: 'Neuloženo. Nic se nezměnilo. Zkuste to znovu.',
    nameHelp: 'Zákazníci ji uvidí v otázce: „Doporučili byste firmu Acme?“',
  },
} satisfies Translation<typeof en>
