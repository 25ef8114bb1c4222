import type en from '../en/audit.ts'
import type { Translation } from '../translation.ts'

export default {
  audit: {
    help: 'Anmeldungen, Exporte, eingesehene Namen und Änderungen an Personen und Einstellungen. Einträge lassen sich weder ändern noch löschen.',
    action: 'Aktion',
    allActions: 'Alle Aktionen',
    clear: 'Filter zurücksetzen',
    onlyActor: 'Nur Einträge dieser Person zeigen',
    empty: 'Keine Einträge',
    emptyHelp: 'Zu diesem Filter gibt es keine Einträge.',
    actors: {
      person: 'Angemeldete Person',
      key: 'API-Schlüssel',
      command: 'Befehl auf dem Server',
      unknown: 'Nicht angemeldet',
    },
    actions: {
      session: {
        started: 'Angemeldet',
        refused: 'Anmeldung abgelehnt',
        ended: 'Abgemeldet',
        revoked: 'Sitzungen beendet',
      },
      person: {
        invited: 'Person eingeladen',
        invitation_withdrawn: 'Einladung zurückgezogen',
        joined: 'Einladung angenommen',
        added: 'Person hinzugefügt',
        role_changed: 'Rolle geändert',
        deactivated: 'Person deaktiviert',
        reactivated: 'Person reaktiviert',
        reset_link_created: 'Link zum Zurücksetzen erstellt',
        password_reset: 'Passwort zurückgesetzt',
        password_changed: 'Eigenes Passwort geändert',
        two_factor_enabled: 'Zwei-Faktor-Anmeldung eingeschaltet',
        two_factor_disabled: 'Zwei-Faktor-Anmeldung ausgeschaltet',
        recovery_codes_created: 'Wiederherstellungscodes erstellt',
        recovery_code_used: 'Wiederherstellungscode verwendet',
      },
      secrets: {
        rotated: 'Gespeicherte Geheimnisse neu verschlüsselt',
      },
      key: {
        created: 'API-Schlüssel erstellt',
        revoked: 'API-Schlüssel widerrufen',
      },
      names: {
        viewed: 'Kundennamen eingesehen',
      },
      export: {
        downloaded: 'Export heruntergeladen',
      },
      import: {
        finished: 'Datei importiert',
        undone: 'Import rückgängig gemacht',
      },
      workspace: {
        changed: 'Einstellungen geändert',
      },
      signing_key: {
        viewed: 'Schlüssel für signierte Links eingesehen',
      },
      audit_log: {
        downloaded: 'Audit-Log heruntergeladen',
      },
    },
  },
} satisfies Translation<typeof en>
