import type en from '../en/shell.ts'
import type { Translation } from '../translation.ts'

export default {
  nav: {
    label: 'Hauptmenü',
    overview: 'Übersicht',
    surveys: 'Umfragen',
    followUps: 'Nachfassen',
    open: { one: '{{ n }} offener Fall', other: '{{ n }} offene Fälle' },
    account: 'Konto und Anzeige',
    survey: 'Umfrage',
    trends: 'Verlauf',
    responses: 'Antworten',
    share: 'Teilen',
    properties: 'Merkmale',
    edit: 'Bearbeiten',
    settings: 'Einstellungen',
    ownAccount: 'Mein Konto',
  },
  account: {
    language: 'Sprache',
    theme: 'Hell oder dunkel',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    signOut: 'Abmelden',
    roles: { viewer: 'Nur Lesen', lead: 'Bearbeitet Fälle', admin: 'Verwaltung' },
    signIn: 'Anmelden',
  },
  example: {
    strip: 'Sie sehen Beispieldaten.',
    sure: 'Alle Beispieldaten samt Notizen entfernen? Zurückholen lassen sie sich nicht.',
    removeAll: 'Alle entfernen',
    keep: 'Behalten',
    remove: 'Entfernen',
    removing: 'Wird entfernt …',
    failed:
      'Die Beispieldaten ließen sich nicht entfernen. Sie sind alle noch da; versuchen Sie es gleich noch einmal.',
  },
} satisfies Translation<typeof en>
