import type en from '../en/sharing.ts'
import type { Translation } from '../translation.ts'

export default {
  share: {
    draft: 'Erst veröffentlichen',
    draftHelp:
      'Links, Codes, E-Mails und das Fenster auf Ihrer Website führen zur Umfrage, sobald sie läuft.',
    toSurveys: 'Zu den Umfragen',
    closed: 'Diese Umfrage nimmt gerade keine Antworten an; ihr Link zeigt das an.',
    ownLanguage: 'Die eigene der Lesenden',
    link: {
      title: 'Link',
      help: 'Für Chats, Nachrichten und Signaturen. Was Sie ihm mitgeben, gilt auch für Code, E-Mail, Tablet und Website weiter unten.',
    },
    properties: {
      title: 'Was der Link mitteilt',
      help: 'Danach lassen sich die Werte später gruppieren, etwa nach Kanal oder Team. Ein Platzhalter Ihres Mailprogramms wie {{ example }} bleibt, wie er ist.',
      name: 'Name',
      value: 'Wert',
      add: 'Zeile hinzufügen',
      unreadable:
        'Möglich sind Buchstaben, Ziffern, Punkte, Binde- und Unterstriche, keine Leerzeichen.',
      taken: 'Dieser Name bedeutet in einem Link etwas anderes. Wählen Sie einen anderen.',
      twice: 'Dieser Name steht schon weiter oben.',
    },
    signed: {
      title: 'Signierte Links',
      help: 'Sie teilen dasselbe mit wie der Link oben, und niemand kann es ändern.',
      only: 'Zählt nur aus einem signierten Link:',
      single: 'Jeder für eine Antwort',
      amount: 'Wie viele',
      make: 'Signierte Links erstellen',
      hasPlaceholder:
        'Ein Platzhalter lässt sich nicht signieren. Nehmen Sie ihn oben heraus, oder signieren Sie Ihre Links selbst über die API.',
      failed:
        'Sie ließen sich nicht erstellen. Prüfen Sie die Namen und Werte oben, und versuchen Sie es noch einmal.',
      invalid:
        'Antworten der letzten 30 Tage, die über einen Link mit ungültiger Signatur kamen: {{ n }}. Der Link wurde unterwegs gekürzt oder verändert; die Antworten zählen, aber ohne Kunden.',
    },
    code: {
      title: 'QR-Code',
      help: 'Für Belege, Tische und Türen. Er führt dorthin, wohin der Link oben führt.',
      of: 'QR-Code von {{ address }}',
      print: 'Karte drucken',
      save: 'Als {{ format }} speichern',
      tooLong: 'Der Link ist zu lang für einen Code. Geben Sie ihm weniger mit.',
    },
    mail: {
      title: 'Frage in einer E-Mail',
      help: 'Jede Zahl ist ein Link; die Seite öffnet sich mit dieser Bewertung schon gewählt.',
      confirmed:
        'Ein Klick allein zählt nicht, denn Programme, die E-Mails prüfen, öffnen jeden Link. Die Bewertung zählt, sobald jemand sie auf der Seite bestätigt.',
      preview: 'Vorschau der E-Mail',
      copy: 'Für eine E-Mail kopieren',
      html: 'HTML kopieren',
      text: 'Als reinen Text kopieren',
      set: 'Ihr Mailprogramm muss {{ customer }} (die Kundennummer) und {{ mail }} (in jeder E-Mail anders, etwa die Ticketnummer) ausfüllen. Dann sind alle Links einer E-Mail eine Antwort, gleich wie viele davon ein Programm öffnet.',
    },
    kiosk: {
      title: 'Auf einem Tablet im Laden',
      help: 'Es fragt eine Person nach der anderen, mit großen Zahlen, und beginnt 15 Sekunden nach der letzten Berührung von vorn.',
      setUp:
        'Öffnen Sie die Seite einmal, solange es eine Verbindung gibt, und lassen Sie sie offen. Die erste Berührung füllt den Bildschirm. Ohne Verbindung wird weiter gefragt, und die Antworten werden später gesendet.',
    },
    widget: {
      title: 'Auf Ihrer Website',
      help: 'Ein einziges Script-Tag zeigt die Umfrage auf Ihren Seiten. Es setzt kein Cookie und lässt Ihre Gestaltung in Ruhe.',
      sites: 'Zeigen darf sie',
      noSites:
        'Noch darf keine Website diese Umfrage zeigen; Browser weigern sich also. Tragen Sie Ihre bei den Websites der Umfrage ein, und veröffentlichen Sie sie.',
      toSites: 'Eigene Websites eintragen',
      as: 'Wo',
      popover: 'In der Ecke',
      dialog: 'In der Mitte',
      inline: 'In der Seite',
      when: 'Wann',
      after: 'Nach einer Weile',
      scroll: 'Nach dem Scrollen',
      exit: 'Beim Verlassen',
      called: 'Nur auf Aufruf',
      seconds: 'Wartezeit',
      scrolled: 'Gescrollter Teil der Seite',
      days: 'Abstand für dieselbe Person',
      tag: 'Script-Tag für Ihre Seiten',
      tagInPlace: 'Script-Tag, dort, wo die Frage stehen soll',
      call: 'Dann aus Ihrem eigenen Skript',
      policy: 'Was eine Content Security Policy erlauben muss',
    },
  },
} satisfies Translation<typeof en>
