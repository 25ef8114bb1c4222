import type en from '../en/people.ts'
import type { Translation } from '../translation.ts'

export default {
  people: {
    help: 'Wer sich anmelden kann und was erlaubt ist.',
    invite: 'Person einladen',
    invitations: 'Offene Einladungen',
    noInvitations: 'Keine offenen Einladungen.',
    deactivated: 'Deaktiviert',
    you: 'Sie',
    manage: 'Verwalten',
    lastSeen: 'Aktiv {{ when }}',
    neverSeen: 'Noch nie angemeldet',
    deactivatedOn: 'Deaktiviert am {{ date }}',
    anyone: 'Alle mit dem Link',
    until: 'Gültig bis {{ date }}',
    withdraw: 'Zurückziehen',
    withdrawn: 'Einladung zurückgezogen',
    role: 'Rolle',
    roleHelp: {
      viewer: 'Sieht Ergebnisse und Antworten ohne Namen von Kunden.',
      lead: 'Sieht auch Namen, übernimmt Fälle und exportiert.',
      admin: 'Darf alles, auch Personen verwalten.',
    },
    email: 'E-Mail (optional)',
    emailHelp: 'Wenn angegeben, gilt der Link nur für diese Adresse.',
    notEmail: 'Geben Sie eine Adresse wie ada@example.com ein.',
    taken: 'Diese Adresse hat schon ein Konto.',
    name: 'Name (optional)',
    createLink: 'Link erstellen',
    copyLink: 'Link kopieren',
    linkHelp:
      'Verschicken Sie diesen Link selbst. Er gilt einmal, bis {{ date }}, und wird nicht noch einmal angezeigt.',
    noAddress:
      'Links brauchen die Adresse des Servers. Bitten Sie die Person, die ihn betreibt, PUBLIC_URL zu setzen.',
    saveRole: 'Rolle ändern',
    roleDone: 'Rolle geändert.',
    lastAdmin: 'Mindestens ein Verwaltungskonto muss bleiben.',
    resetHelp: 'Passwort vergessen? Mit einem Link lässt sich ein neues wählen.',
    createReset: 'Link zum Zurücksetzen erstellen',
    twoFactor: {
      on: 'Zwei-Faktor',
      unreadable: 'Zwei-Faktor: Schlüssel fehlt',
    },
    twoFactorHelp:
      'Zur Anmeldung gehört auch ein Code aus einer App. Schalten Sie das aus, wenn sie verloren ging.',
    unreadableHelp:
      'Der Server hat den Schlüssel zu den Codes verloren, nur Wiederherstellungscodes gelten. Schalten Sie die Zwei-Faktor-Anmeldung aus; sie lässt sich neu einrichten.',
    lostKey: {
      one: 'Der Schlüssel zu gespeicherten Geheimnissen fehlt. {{ n }} Person muss die Zwei-Faktor-Anmeldung neu einrichten.',
      other:
        'Der Schlüssel zu gespeicherten Geheimnissen fehlt. {{ n }} Personen müssen die Zwei-Faktor-Anmeldung neu einrichten.',
    },
    resetTwoFactor: 'Zwei-Faktor-Anmeldung ausschalten',
    resetTwoFactorDone: 'Zwei-Faktor-Anmeldung ausgeschaltet.',
    deactivateHelp: 'Wer deaktiviert ist, kann sich nicht anmelden. Alles bisher Getane bleibt.',
    deactivate: 'Deaktivieren',
    deactivatedDone: 'Deaktiviert.',
    handOver: {
      one: '{{ n }} offener Fall geht an',
      other: '{{ n }} offene Fälle gehen an',
    },
    keysStay: {
      one: '{{ n }} API-Schlüssel dieser Person funktioniert weiter. In den Einstellungen lässt er sich widerrufen.',
      other:
        '{{ n }} API-Schlüssel dieser Person funktionieren weiter. In den Einstellungen lassen sie sich widerrufen.',
    },
    nobody: 'Niemanden',
    handedOver: {
      one: '{{ n }} Fall übergeben.',
      other: '{{ n }} Fälle übergeben.',
    },
    reactivateHelp:
      'Die Anmeldung ist dann wieder mit bisherigem Passwort und bisheriger Rolle möglich.',
    reactivate: 'Reaktivieren',
    reactivatedDone: 'Reaktiviert.',
  },
} satisfies Translation<typeof en>
