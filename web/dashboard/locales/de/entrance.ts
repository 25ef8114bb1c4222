import type en from '../en/entrance.ts'
import type { Translation } from '../translation.ts'

export default {
  signIn: {
    title: 'Anmelden',
    forgot: 'Passwort vergessen? Bitten Sie die Verwaltung um einen Link zum Zurücksetzen.',
    nobody:
      'Hier hat noch niemand ein Konto. Die Adresse für das erste steht dort, wo Ohlas gestartet wurde.',
    email: 'E-Mail',
    password: 'Passwort',
    wrong: 'E-Mail oder Passwort ist falsch.',
    often: 'Zu viele Versuche. Versuchen Sie es in 15 Minuten erneut.',
    failed: 'Anmeldung fehlgeschlagen. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
    codeTitle: 'Code eingeben',
    code: 'Code',
    codeHelp: 'Sechs Ziffern aus Ihrer Authenticator-App.',
    recoveryCode: 'Wiederherstellungscode',
    recoveryHelp: 'Jeder Code gilt einmal.',
    useRecovery: 'Wiederherstellungscode verwenden',
    useApp: 'App verwenden',
    startOver: 'Neu beginnen',
    wrongCode: 'Der Code ist falsch oder wurde schon verwendet. Warten Sie auf den nächsten.',
    unreadable:
      'Der Server kann Codes Ihrer App gerade nicht prüfen. Verwenden Sie einen Wiederherstellungscode, oder wenden Sie sich an die Verwaltung.',
    lost: 'Telefon und Codes verloren? Die Verwaltung kann die Zwei-Faktor-Anmeldung für Sie ausschalten.',
    otherAddress:
      'Dieser Server ist als {{ address }} eingerichtet (PUBLIC_URL), Sie haben ihn aber als {{ opened }} geöffnet.',
    unknownAddress:
      'Dieser Server kennt die Adresse {{ opened }} nicht. Tragen Sie sie auf dem Server als PUBLIC_URL ein.',
  },
  setup: {
    title: 'Ohlas einrichten',
    lead: 'Sie richten das erste Verwaltungskonto ein. Das dauert eine Minute und ist einmalig.',
    company: 'Firma',
    name: 'Ihr Name',
    email: 'Ihre E-Mail',
    password: 'Passwort',
    passwordHelp: 'Mindestens 10 Zeichen.',
    passwordShort: 'Zu kurz: mindestens 10 Zeichen.',
    missing: 'Pflichtfeld',
    notEmail: 'Geben Sie eine Adresse wie ada@example.com ein.',
    tooLong: 'Das ist zu lang.',
    submit: 'Konto erstellen',
    used: 'Ohlas ist schon eingerichtet. Melden Sie sich mit Ihrem Konto an.',
    wrong:
      'Diese Adresse öffnet die Einrichtung nicht: Sie ist unvollständig oder von einem früheren Start. Öffnen Sie die, die Ohlas beim letzten Start ausgegeben hat.',
    failed:
      'Das ließ sich nicht speichern. Ihre Eingaben sind noch da; versuchen Sie es noch einmal.',
  },
  password: {
    weak: 'Dieses Passwort ist zu leicht zu erraten. Verwenden Sie kein gängiges und nicht Ihren Namen, Ihre E-Mail oder die Firma.',
  },
  accountLink: {
    join: '{{ company }} beitreten',
    reset: 'Neues Passwort wählen',
    ended: 'Dieser Link funktioniert nicht mehr',
    used: 'Er gilt nur einmal und wurde schon verwendet. Melden Sie sich an, oder bitten Sie die Verwaltung um einen neuen.',
    expired: 'Er ist abgelaufen. Bitten Sie die Verwaltung um einen neuen.',
    withdrawn:
      'Er wurde zurückgezogen. Wenden Sie sich an die Verwaltung, wenn Sie einen neuen brauchen.',
    unknown:
      'Der Link ist vielleicht unvollständig. Kopieren Sie die ganze Adresse und öffnen Sie sie erneut.',
    newPassword: 'Neues Passwort',
    taken: 'Diese Adresse hat schon ein Konto. Melden Sie sich damit an.',
    submit: 'Konto erstellen',
    submitReset: 'Speichern und anmelden',
  },
} satisfies Translation<typeof en>
