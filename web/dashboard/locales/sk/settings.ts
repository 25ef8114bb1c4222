import type en from '../en/settings.ts'
import type { Translation } from '../translation.ts'

export default {
  settings: {
    tabs: {
      workspace: 'Pracovný priestor',
      people: 'Ľudia',
      imports: 'Importy',
      auditLog: 'Denník auditu',
    },
    name: 'Firma',
    needName: 'Zadajte názov, najviac 100 znakov.',
    zone: 'Časové pásmo',
    common: 'Obvyklé',
    zoneHelp: 'Dni sa začínajú a končia podľa týchto hodín. Teraz je tam {{ now }}.',
    needZone: 'Toto časové pásmo tu nie je známe. Vyberte iné.',
    recount:
      'Všetky dni sa spočítajú nanovo; môže to chvíľu trvať a nové odpovede dovtedy počkajú. Značky a východiskové obdobia si nechajú svoje dni.',
    counting: 'Všetky dni sa počítajú nanovo …',
    save: 'Uložiť',
    saved: 'Uložené',
    failed:
      'Nepodarilo sa to uložiť. Všetky skóre sú v poriadku; o chvíľu sa pozrite a skúste to znova.',
    nameHelp: 'Zákazníci ju uvidia v otázke: „Odporučili by ste firmu Acme?“',
  },
} satisfies Translation<typeof en>
