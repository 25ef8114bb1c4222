import type en from '../en/settings.ts'
import type { Translation } from '../translation.ts'

export default {
  settings: {
    tabs: {
      workspace: 'Pracovný priestor',
      people: 'Ľudia',
      apiKeys: 'Kľúče API',
      imports: 'Importy',
      auditLog: 'Denník auditu',
    },
    name: 'Firma',
    needName: 'Zadajte názov, najviac 100 znakov.',
    zone: 'Časové pásmo',
    common: 'Bežné',
    zoneHelp: 'Dni sa začínajú a končia podľa tohto pásma. Teraz je tam {{ now }}.',
    needZone: 'Neznáme časové pásmo. Zvoľte iné.',
    recount:
      'Všetky dni sa prepočítajú. Nové odpovede zatiaľ počkajú. Udalosti a východiskové hodnoty si ponechajú svoje dátumy.',
    counting: 'Prepočítavajú sa všetky dni …',
    save: 'Uložiť',
    saved: 'Uložené',
    failed: 'Neuložené. Nič sa nezmenilo. Skúste to znova.',
    nameHelp: 'Zákazníci ju uvidia v otázke: „Odporučili by ste firmu Acme?“',
  },
} satisfies Translation<typeof en>
