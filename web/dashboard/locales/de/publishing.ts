import type en from '../en/publishing.ts'
import type { Translation } from '../translation.ts'

export default {
  publishing: {
    refused: 'Noch nicht zu veröffentlichen. Was fehlt, steht daneben.',
    weight: 'Die Seite wiegt {{ size }}',
    heavyLogo:
      'Mit diesem Logo ist die Seite zu schwer, um sofort zu erscheinen. Wählen Sie ein einfacheres Bild.',
    musts: 'Bevor sie live gehen kann',
    shoulds: 'Empfehlungen',
    ready: 'Bereit zur Veröffentlichung.',
    differs: 'Was sich für Kunden ändert',
    same: 'Kunden sehen genau das.',
    first: 'Noch hat sie kein Kunde gesehen.',
    changes: 'Änderungen veröffentlichen',
    added: 'neu',
    removed: 'weg',
    moved: 'von Platz {{ before }} auf {{ after }}',
    test: 'Ausprobieren',
    testHelp:
      'Diese Adresse zeigt die Umfrage, wie sie hier steht, veröffentlicht oder nicht. Antworten von dort zählen nie.',
    testOpen: 'Testseite öffnen',
    testErase: 'Löschen',
    copy: 'Umfrage kopieren',
    copyName: '{{ name }} (Kopie)',
    copied: '„{{ name }}“ ist ein eigener Entwurf.',
    back: 'Zurück zum Veröffentlichten',
    backDone: 'Sie ist wieder wie veröffentlicht.',
    failed: 'Das hat nicht geklappt. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    seconds: {
      one: 'Etwa {{ n }} Sekunde zum Antworten',
      other: 'Etwa {{ n }} Sekunden zum Antworten',
    },
    testErased: {
      one: '{{ n }} Testantwort ist gelöscht.',
      other: '{{ n }} Testantworten sind gelöscht.',
    },
    testGiven: {
      one: 'bisher {{ n }} Testantwort',
      other: 'bisher {{ n }} Testantworten',
    },
    advice: {
      'no-score': 'Es gibt keine Bewertung. Fügen Sie eine Frage mit einer hinzu.',
      'no-reason-asked':
        'Unzufriedene werden nicht gefragt, warum. Eine Frage nach eigenen Worten zeigt, was zu tun ist.',
      'long-text': 'Lang für ein Handy: {{ length }} Zeichen, gut passen {{ most }}.',
      'long-survey': 'Sie dauert etwa {{ seconds }} Sekunden; über {{ most }} geben viele auf.',
      'faint-colour': 'Die Farbe ist schwer zu lesen. Die nächste lesbare ist {{ nearest }}.',
      'links-for-everyone': 'Die Links werden allen angeboten, nicht nur Zufriedenen.',
      'impossible-condition': 'Ihre Bedingung kann nie eintreten.',
      'score-for-everyone':
        'Die erste Bewertung wird allen gestellt und kann keine Bedingung haben.',
      unreachable: 'Hierher kommt niemand: Die Frage, von der sie abhängt, wird nie gestellt.',
      'missing-address': 'Ein Link hat noch keine Adresse.',
      'unfinished-address': 'Die Adresse eines Links ist noch nicht fertig.',
    },
    versions: {
      title: 'Versionen',
      nth: 'Version {{ version }}',
      begin: 'Die erste.',
    },
  },
} satisfies Translation<typeof en>
