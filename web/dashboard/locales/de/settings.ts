import type en from '../en/settings.ts'
import type { Translation } from '../translation.ts'

export default {
  settings: {
    tabs: {
      workspace: 'Arbeitsbereich',
      people: 'Personen',
      imports: 'Importe',
      auditLog: 'Audit-Log',
    },
    name: 'Firma',
    needName: 'Geben Sie einen Namen an, höchstens 100 Zeichen.',
    zone: 'Zeitzone',
    common: 'Übliche',
    zoneHelp: 'Nach dieser Uhr beginnen und enden die Tage. Dort ist es jetzt {{ now }}.',
    needZone: 'Diese Zeitzone ist hier nicht bekannt. Wählen Sie eine andere.',
    recount:
      'Alle Tage werden neu gezählt; das kann etwas dauern, und neue Antworten warten so lange. Markierungen und Ausgangswerte behalten ihre Tage.',
    counting: 'Alle Tage werden neu gezählt …',
    save: 'Speichern',
    saved: 'Gespeichert',
    failed:
      'Das ließ sich nicht speichern. Alle Werte stimmen; sehen Sie gleich noch einmal nach und versuchen Sie es dann erneut.',
    nameHelp: 'Kunden lesen sie in der Frage: „Würden Sie Acme weiterempfehlen?“',
  },
} satisfies Translation<typeof en>
