import type en from '../en/sharing.ts'
import type { Translation } from '../translation.ts'

export default {
  share: {
    draft: 'Erst veröffentlichen',
    draftHelp: 'Links, QR-Codes, E-Mails und Widgets funktionieren, sobald die Umfrage live ist.',
    toSurveys: 'Zu den Umfragen',
    closed: 'Diese Umfrage ist pausiert. Ihr Link zeigt, dass sie geschlossen ist.',
    ownLanguage: 'Sprache des Kunden',
    link: {
      title: 'Link',
      help: 'Für Chats, Nachrichten und Signaturen. Die Linkparameter gelten auch für Code, E-Mail, Tablet und Widget unten.',
    },
    properties: {
      title: 'Linkparameter',
      help: 'Ergebnisse lassen sich später danach gruppieren, etwa nach Kanal oder Team. Ein Platzhalter Ihres E-Mail-Programms wie {{ example }} bleibt unverändert.',
      name: 'Name',
      value: 'Wert',
      add: 'Parameter hinzufügen',
      unreadable:
        'Möglich sind Buchstaben, Ziffern, Punkte, Binde- und Unterstriche, keine Leerzeichen.',
      taken: 'Dieser Name ist reserviert. Wählen Sie einen anderen.',
      twice: 'Dieser Name wird oben schon verwendet.',
    },
    signed: {
      title: 'Signierte Links',
      help: 'Wie der Link oben, aber die Parameter lassen sich nicht ändern.',
      only: 'Nur über signierte Links möglich:',
      single: 'Einmal verwendbar',
      amount: 'Wie viele',
      make: 'Signierte Links erstellen',
      hasPlaceholder:
        'Ein Platzhalter lässt sich nicht signieren. Entfernen Sie ihn oben oder signieren Sie Links über die API.',
      failed:
        'Die Links konnten nicht erstellt werden. Prüfen Sie die Parameter oben und versuchen Sie es erneut.',
      invalid:
        'Antworten der letzten 30 Tage, die über einen Link mit ungültiger Signatur kamen: {{ n }}. Der Link wurde unterwegs gekürzt oder verändert; die Antworten zählen, aber ohne Kunden.',
    },
    code: {
      title: 'QR-Code',
      help: 'Für Kassenbons, Tische und Türen. Öffnet den Link oben.',
      of: 'QR-Code von {{ address }}',
      print: 'Karte drucken',
      save: 'Als {{ format }} speichern',
      tooLong: 'Der Link ist für einen QR-Code zu lang. Entfernen Sie einige Parameter.',
    },
    mail: {
      title: 'Frage in einer E-Mail',
      help: 'Jede Zahl ist ein Link; die Seite öffnet sich mit dieser Bewertung schon gewählt.',
      confirmed:
        'Ein Klick allein zählt nicht, weil Mailscanner jeden Link öffnen. Eine Bewertung zählt, sobald der Kunde sie auf der Seite bestätigt.',
      preview: 'E-Mail-Vorschau',
      copy: 'Für E-Mail kopieren',
      html: 'HTML kopieren',
      text: 'Als reinen Text kopieren',
      set: 'Ihr Mailprogramm muss {{ customer }} (die Kundennummer) und {{ mail }} (in jeder E-Mail anders, etwa die Ticketnummer) ausfüllen. Dann sind alle Links einer E-Mail eine Antwort, gleich wie viele davon ein Programm öffnet.',
    },
    kiosk: {
      title: 'Kiosk auf einem Tablet',
      help: 'Fragt einen Kunden nach dem anderen mit großen Zahlen und beginnt 15 Sekunden nach der letzten Berührung neu.',
      setUp:
        'Öffnen Sie ihn einmal mit Verbindung und lassen Sie ihn offen. Die erste Berührung aktiviert den Vollbildmodus. Ohne Netz fragt er weiter und sendet die Antworten später.',
    },
    widget: {
      title: 'Auf Ihrer Website',
      help: 'Ein einziges Script-Tag zeigt die Umfrage auf Ihren Seiten. Es setzt kein Cookie und lässt Ihre Gestaltung in Ruhe.',
      sites: 'Erlaubte Websites',
      noSites:
        'Noch darf keine Website diese Umfrage zeigen, daher blockieren Browser sie. Fügen Sie Ihre Websites in den Einstellungen der Umfrage hinzu und veröffentlichen Sie sie.',
      toSites: 'Websites hinzufügen',
      as: 'Position',
      popover: 'Ecke',
      dialog: 'Dialog',
      inline: 'Im Seiteninhalt',
      when: 'Auslöser',
      after: 'Nach einer Wartezeit',
      scroll: 'Nach dem Scrollen',
      exit: 'Beim Verlassen der Seite',
      called: 'Aus eigenem Code',
      seconds: 'Wartezeit',
      scrolled: 'Gescrollter Teil der Seite',
      days: 'Denselben Besucher erneut fragen nach',
      tag: 'Script-Tag für Ihre Seiten',
      tagInPlace: 'Script-Tag an der Stelle, an der die Umfrage erscheinen soll',
      call: 'Dann aus Ihrem Code aufrufen',
      policy: 'Nötige Content Security Policy',
    },
  },
} satisfies Translation<typeof en>
