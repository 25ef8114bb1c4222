import type en from '../en/ownAccount.ts'
import type { Translation } from '../translation.ts'

export default {
  ownAccount: {
    title: 'Mein Konto',
    nameTitle: 'Name',
    name: 'Ihr Name',
    nameHelp: 'Ihr Team sieht ihn an Fällen und im Audit-Log.',
    needName: 'Geben Sie einen Namen ein.',
    saved: 'Gespeichert',
    saveName: 'Namen speichern',
    passwordTitle: 'Passwort',
    current: 'Aktuelles Passwort',
    new: 'Neues Passwort',
    newHelp: 'Mindestens 10 Zeichen. Mit der Änderung werden Sie überall sonst abgemeldet.',
    short: 'Zu kurz: mindestens 10 Zeichen.',
    weak: 'Dieses Passwort ist zu leicht zu erraten. Verwenden Sie kein gängiges und nicht Ihren Namen, Ihre E-Mail oder die Firma.',
    wrongPassword: 'Das ist nicht Ihr aktuelles Passwort.',
    often:
      'Zu viele Versuche. Warten Sie eine Viertelstunde und versuchen Sie es dann noch einmal.',
    passwordSaved: 'Passwort geändert. Sie sind überall sonst abgemeldet.',
    savePassword: 'Passwort ändern',
    sessions: 'Sitzungen',
    sessionsHelp: 'Browser, in denen Sie angemeldet sind.',
    here: 'Dieser Browser',
    used: 'Zuletzt verwendet {{ when }}',
    browserOn: '{{ browser }} auf {{ system }}',
    unknown: 'Unbekannter Browser',
    end: 'Abmelden',
    endOthers: 'Überall sonst abmelden',
    ended: 'Dort abgemeldet',
  },
} satisfies Translation<typeof en>
