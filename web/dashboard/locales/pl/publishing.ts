import type en from '../en/publishing.ts'
import type { Translation } from '../translation.ts'

export default {
  publishing: {
    refused: 'Jeszcze nie można jej opublikować. Obok widać, czego brakuje.',
    weight: 'Strona waży {{ size }}',
    heavyLogo:
      'Z tym logo strona jest za ciężka, by pojawić się od razu. Proszę wybrać prostszy obraz.',
    musts: 'Zanim będzie można opublikować',
    shoulds: 'Sugestie',
    ready: 'Gotowe do publikacji.',
    differs: 'Co zmieni się dla klientów',
    same: 'Klienci widzą dokładnie to.',
    first: 'Żaden klient jeszcze jej nie widział.',
    changes: 'Opublikuj zmiany',
    added: 'nowe',
    removed: 'usunięte',
    moved: 'z miejsca {{ before }} na {{ after }}',
    test: 'Wypróbuj',
    testHelp:
      'Ten adres pokazuje ankietę tak, jak jest tu zapisana, opublikowaną czy nie. Udzielone tam odpowiedzi nigdy się nie liczą.',
    testOpen: 'Otwórz stronę próbną',
    testErase: 'Usuń',
    copy: 'Skopiuj ankietę',
    copyName: '{{ name }} (kopia)',
    copied: '„{{ name }}” to osobny szkic.',
    back: 'Wróć do opublikowanej',
    backDone: 'Jest znów taka jak opublikowana.',
    failed: 'Nie udało się. Sprawdź połączenie i spróbuj ponownie.',
    seconds: {
      one: 'Odpowiedź zajmuje około {{ n }} sekundy',
      few: 'Odpowiedź zajmuje około {{ n }} sekund',
      many: 'Odpowiedź zajmuje około {{ n }} sekund',
      other: 'Odpowiedź zajmuje około {{ n }} sekundy',
    },
    testErased: {
      one: 'Usunięto {{ n }} odpowiedź próbną.',
      few: 'Usunięto {{ n }} odpowiedzi próbne.',
      many: 'Usunięto {{ n }} odpowiedzi próbnych.',
      other: 'Usunięto {{ n }} odpowiedzi próbnej.',
    },
    testGiven: {
      one: 'dotąd {{ n }} odpowiedź próbna',
      few: 'dotąd {{ n }} odpowiedzi próbne',
      many: 'dotąd {{ n }} odpowiedzi próbnych',
      other: 'dotąd {{ n }} odpowiedzi próbnej',
    },
    advice: {
      'no-score': 'Brakuje oceny. Proszę dodać pytanie, które ją ma.',
      'no-reason-asked':
        'Nikt nie pyta niezadowolonych o powód. Pytanie o własne słowa pokaże, co naprawić.',
      'long-text': 'Długie jak na telefon: {{ length }} znaków, dobrze mieści się {{ most }}.',
      'long-survey': 'Zajmuje około {{ seconds }} s; powyżej {{ most }} s wiele osób rezygnuje.',
      'faint-colour': 'Kolor jest mało czytelny. Najbliższy czytelny to {{ nearest }}.',
      'links-for-everyone': 'Odnośniki widzą wszyscy, nie tylko zadowoleni.',
      'impossible-condition': 'Warunek nigdy się nie spełni.',
      'score-for-everyone': 'Pierwsza ocena jest dla wszystkich, więc nie może mieć warunku.',
      unreachable: 'Nikt tu nie dotrze: pytanie, od którego zależy, nigdy nie pada.',
      'missing-address': 'Odnośnik nie ma jeszcze adresu.',
      'unfinished-address': 'Adres odnośnika jest niedokończony.',
    },
    versions: {
      title: 'Wersje',
      nth: 'Wersja {{ version }}',
      begin: 'Pierwsza.',
    },
  },
} satisfies Translation<typeof en>
