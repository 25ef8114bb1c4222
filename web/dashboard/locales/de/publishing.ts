import type en from '../en/publishing.ts'
import type { Translation } from '../translation.ts'

export default {
  publishing: {
    refused: 'Noch nicht veröffentlichbar. Die Checkliste zeigt, was fehlt.',
    weight: 'Seitengröße: {{ size }}',
    heavyLogo: 'Das Logo macht die Seite langsam. Wählen Sie ein einfacheres Bild.',
    musts: 'Vor dem Veröffentlichen nötig',
    shoulds: 'Empfehlungen',
    ready: 'Bereit zur Veröffentlichung.',
    differs: 'Änderungen für Kunden',
    same: 'Veröffentlicht, aktuell',
    first: 'Noch nicht veröffentlicht.',
    changes: 'Änderungen veröffentlichen',
    unpublished: {
      one: '{{ n }} Änderung nicht veröffentlicht',
      other: '{{ n }} Änderungen nicht veröffentlicht',
    },
    added: 'neu',
    removed: 'entfernt',
    moved: 'von {{ before }} nach {{ after }} verschoben',
    test: 'Testen',
    testHelp: 'Dieser Link zeigt den aktuellen Entwurf. Antworten dort zählen nie.',
    testOpen: 'Testseite öffnen',
    testErase: 'Löschen',
    copy: 'Umfrage duplizieren',
    copyName: '{{ name }} (Kopie)',
    copied: '„{{ name }}“ wurde als Entwurf angelegt.',
    back: 'Auf veröffentlichte Version zurücksetzen',
    backDone: 'Auf die veröffentlichte Version zurückgesetzt.',
    failed: 'Das hat nicht geklappt. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
    seconds: {
      one: 'Etwa {{ n }} Sekunde zum Antworten',
      other: 'Etwa {{ n }} Sekunden zum Antworten',
    },
    testErased: {
      one: '{{ n }} Testantwort gelöscht.',
      other: '{{ n }} Testantworten gelöscht.',
    },
    testGiven: {
      one: 'bisher {{ n }} Testantwort',
      other: 'bisher {{ n }} Testantworten',
    },
    advice: {
      'no-score': 'Es fehlt eine Bewertungsfrage. Fügen Sie eine hinzu.',
      'no-reason-asked':
        'Unzufriedene Kunden werden nicht nach dem Grund gefragt. Eine Freitextfrage zeigt, was zu verbessern ist.',
      'long-text': 'Lang für ein Telefon: {{ length }} Zeichen; gut passen bis zu {{ most }}.',
      'long-survey': 'Dauert etwa {{ seconds }} Sekunden; ab {{ most }} brechen viele ab.',
      'faint-colour': 'Die Farbe ist schwer lesbar. Die nächste lesbare ist {{ nearest }}.',
      'links-for-everyone': 'Alle sehen die Links, nicht nur zufriedene Kunden.',
      'impossible-condition': 'Ihre Bedingung kann nie erfüllt sein.',
      'score-for-everyone':
        'Die erste Bewertungsfrage erscheint immer und kann daher keine Bedingung haben.',
      unreachable: 'Diese Frage sieht niemand, weil die Frage, von der sie abhängt, nie erscheint.',
      'missing-address': 'Ein Link hat noch keine URL.',
      'unfinished-address': 'Die URL eines Links ist unvollständig.',
    },
    versions: {
      title: 'Versionen',
      nth: 'Version {{ version }}',
      begin: 'Erste Version',
    },
  },
} satisfies Translation<typeof en>
