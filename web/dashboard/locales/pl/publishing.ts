import type en from '../en/publishing.ts'
import type { Translation } from '../translation.ts'

export default {
  publishing: {
    refused: 'Nie można jeszcze opublikować. Lista kontrolna pokazuje, czego brakuje.',
    weight: 'Rozmiar strony: {{ size }}',
    heavyLogo: 'Przez logo strona ładuje się wolno. Proszę wybrać prostszy obraz.',
    musts: 'Wymagane przed publikacją',
    shoulds: 'Sugestie',
    ready: 'Gotowe do publikacji.',
    differs: 'Zmiany dla klientów',
    same: 'Opublikowano, aktualne',
    first: 'Jeszcze nie opublikowano.',
    changes: 'Opublikuj zmiany',
    unpublished: {
      one: '{{ n }} nieopublikowana zmiana',
      few: '{{ n }} nieopublikowane zmiany',
      many: '{{ n }} nieopublikowanych zmian',
      other: '{{ n }} nieopublikowanej zmiany',
    },
    added: 'nowe',
    removed: 'usunięto',
    moved: 'przeniesiono z {{ before }} na {{ after }}',
    test: 'Wypróbuj',
    testHelp: 'Ten link pokazuje bieżący szkic. Odpowiedzi stamtąd nigdy się nie liczą.',
    testOpen: 'Otwórz stronę testową',
    testErase: 'Usuń je',
    copy: 'Powiel ankietę',
    copyName: '{{ name }} (kopia)',
    copied: 'Utworzono szkic „{{ name }}”.',
    back: 'Przywróć opublikowaną wersję',
    backDone: 'Przywrócono opublikowaną wersję.',
    failed: 'Coś się nie udało. Proszę sprawdzić połączenie i spróbować ponownie.',
    seconds: {
      one: 'Odpowiedź zajmuje około {{ n }} sekundy',
      few: 'Odpowiedź zajmuje około {{ n }} sekund',
      many: 'Odpowiedź zajmuje około {{ n }} sekund',
      other: 'Odpowiedź zajmuje około {{ n }} sekundy',
    },
    testErased: {
      one: 'Usunięto {{ n }} odpowiedź testową.',
      few: 'Usunięto {{ n }} odpowiedzi próbne.',
      many: 'Usunięto {{ n }} odpowiedzi próbnych.',
      other: 'Usunięto {{ n }} odpowiedzi testowej.',
    },
    testGiven: {
      one: 'dotąd {{ n }} odpowiedź próbna',
      few: 'dotąd {{ n }} odpowiedzi próbne',
      many: 'dotąd {{ n }} odpowiedzi próbnych',
      other: 'dotąd {{ n }} odpowiedzi próbnej',
    },
    advice: {
      'no-score': 'Brakuje pytania o ocenę. Proszę je dodać.',
      'no-reason-asked':
        'Niezadowoleni klienci nie są pytani o powód. Pytanie otwarte pokaże, co poprawić.',
      'long-text': 'Za długie na telefon: {{ length }} znaków; dobrze mieści się do {{ most }}.',
      'long-survey': 'Zajmuje około {{ seconds }} s; powyżej {{ most }} s wiele osób rezygnuje.',
      'faint-colour': 'Kolor jest nieczytelny. Najbliższy czytelny to {{ nearest }}.',
      'links-for-everyone': 'Linki widzą wszyscy, nie tylko zadowoleni klienci.',
      'impossible-condition': 'Jego warunku nie da się nigdy spełnić.',
      'score-for-everyone':
        'Pierwsze pytanie o ocenę jest zawsze pokazywane, więc nie może mieć warunku.',
      unreachable:
        'Nikt nie zobaczy tego pytania, bo pytanie, od którego zależy, nigdy się nie pojawia.',
      'missing-address': 'Link nie ma jeszcze adresu URL.',
      'unfinished-address': 'Adres URL linku jest niepełny.',
    },
    versions: {
      title: 'Wersje',
      nth: 'Wersja {{ version }}',
      begin: 'Pierwsza wersja',
    },
  },
} satisfies Translation<typeof en>
