import type en from '../en/shell.ts'
import type { Translation } from '../translation.ts'

export default {
  nav: {
    label: 'Hauptmenü',
    overview: 'Übersicht',
    surveys: 'Umfragen',
    allSurveys: 'Alle Umfragen ({{ n }})',
    followUps: 'Nachfassen',
    open: { one: '{{ n }} offener Fall', other: '{{ n }} offene Fälle' },
    account: 'Konto und Anzeige',
    survey: 'Umfrage',
    trends: 'Verlauf',
    results: 'Ergebnisse',
    responses: 'Antworten',
    share: 'Teilen',
    properties: 'Merkmale',
    edit: 'Bearbeiten',
    settings: 'Einstellungen',
    ownAccount: 'Mein Konto',
  },
  account: {
    language: 'Sprache',
    theme: 'Farbschema',
    themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
    signOut: 'Abmelden',
    roles: { viewer: 'Nur Lesen', lead: 'Bearbeitet Fälle', admin: 'Verwaltung' },
    signIn: 'Anmelden',
  },
  example: {
    strip: 'Sie sehen Beispieldaten.',
    sure: 'Alle Beispieldaten samt Notizen löschen? Das lässt sich nicht rückgängig machen.',
    removeAll: 'Alles löschen',
    keep: 'Behalten',
    remove: 'Beispieldaten löschen',
    removing: 'Wird gelöscht …',
    failed:
      'Die Beispieldaten konnten nicht gelöscht werden. Nichts wurde geändert. Versuchen Sie es erneut.',
  },
} satisfies Translation<typeof en>
