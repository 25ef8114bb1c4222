import type { Words } from './en.ts'

export const de: Words = {
  next: 'Weiter',
  send: 'Absenden',
  optional: 'freiwillig',
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert',
  unsent: 'Noch nicht gesendet',
  waiting:
    'Noch nicht gespeichert. Ihre Antwort bleibt auf diesem Gerät und wird von selbst gesendet.',
  change: 'Antwort ändern',
  language: 'Sprache',
  pickNumber: 'Bitte wählen Sie zuerst eine Zahl.',
  check: 'Bitte prüfen Sie diese Antwort.',
  tooLong: 'Der Text ist etwas zu lang. Hier passen bis zu {count} Zeichen hinein.',
  tooLargeTitle: 'Der Text ist zu lang',
  tooLarge:
    'Das ist mehr, als diese Seite aufnehmen kann. Bitte gehen Sie zurück und kürzen Sie ihn.',
  expired: 'Diese Seite war sehr lange geöffnet. Bitte senden Sie Ihre Antwort noch einmal ab.',
  failed:
    'Bei uns ist etwas schiefgegangen. Ihre Antwort steht noch auf der Seite, bitte senden Sie sie gleich noch einmal ab.',
  brokenTitle: 'Bei uns ist etwas schiefgegangen',
  broken: 'Bitte versuchen Sie es gleich noch einmal.',
  closedTitle: 'Diese Umfrage ist geschlossen',
  closed: 'Danke, dass Sie vorbeischauen. Zurzeit nehmen wir keine Antworten an.',
  unknownTitle: 'Hier gibt es keine Umfrage',
  unknown:
    'Vielleicht ist die Adresse unvollständig. Bitte öffnen Sie den Link aus Ihrer Nachricht noch einmal.',
}
