import type en from '../en/settings.ts'
import type { Translation } from '../translation.ts'

export default {
  settings: {
    tabs: {
      workspace: 'Arbeitsbereich',
      people: 'Personen',
      apiKeys: 'API-Schlüssel',
      imports: 'Importe',
      auditLog: 'Audit-Log',
    },
    name: 'Firma',
    needName: 'Geben Sie einen Namen an, höchstens 100 Zeichen.',
    zone: 'Zeitzone',
    common: 'Häufig verwendet',
    zoneHelp: 'Tage beginnen und enden in dieser Zeitzone. Dort ist es jetzt {{ now }}.',
    needZone: 'Unbekannte Zeitzone. Wählen Sie eine andere.',
    recount:
      'Alle Tage werden neu gezählt. Neue Antworten warten so lange. Ereignisse und Ausgangswerte behalten ihr Datum.',
    counting: 'Alle Tage werden neu gezählt …',
    save: 'Speichern',
    saved: 'Gespeichert',
    failed: 'Nicht gespeichert. Nichts wurde geändert. Versuchen Sie es erneut.',
    nameHelp: 'Kunden lesen sie in der Frage: „Würden Sie Acme weiterempfehlen?“',
  },
} satisfies Translation<typeof en>
