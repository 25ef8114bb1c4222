import type en from '../en/sharing.ts'
import type { Translation } from '../translation.ts'

export default {
  share: {
    draft: 'Najpierw trzeba ją opublikować',
    draftHelp: 'Linki, kody QR, e-maile i widżety działają, gdy ankieta jest aktywna.',
    toSurveys: 'Przejdź do ankiet',
    closed: 'Ankieta jest wstrzymana. Jej link informuje, że jest zamknięta.',
    ownLanguage: 'Język klienta',
    link: {
      title: 'Link',
      help: 'Do czatów, wiadomości i podpisów. Parametry linku dotyczą też kodu, e-maila, tabletu i widżetu poniżej.',
    },
    properties: {
      title: 'Parametry linku',
      help: 'Wyniki można później grupować według nich, na przykład według kanału lub zespołu. Symbol zastępczy narzędzia pocztowego, taki jak {{ example }}, pozostaje bez zmian.',
      name: 'Nazwa',
      value: 'Wartość',
      add: 'Dodaj parametr',
      unreadable: 'Dozwolone są litery, cyfry, kropki, łączniki i podkreślenia, bez spacji.',
      taken: 'Ta nazwa jest zastrzeżona. Proszę wybrać inną.',
      twice: 'Ta nazwa jest już użyta powyżej.',
    },
    signed: {
      title: 'Linki podpisane',
      help: 'Jak link powyżej, ale jego parametrów nie można zmienić.',
      only: 'Przyjmowane tylko z podpisanych linków:',
      single: 'Jednorazowe',
      amount: 'Ile',
      make: 'Utwórz podpisane linki',
      hasPlaceholder:
        'Symbolu zastępczego nie można podpisać. Proszę go usunąć powyżej lub podpisywać linki przez API.',
      failed:
        'Nie udało się utworzyć linków. Proszę sprawdzić parametry powyżej i spróbować ponownie.',
      invalid:
        'Odpowiedzi z ostatnich 30 dni, które przyszły przez link z nieprawidłowym podpisem: {{ n }}. Link został po drodze ucięty lub zmieniony; odpowiedzi się liczą, ale bez klienta.',
    },
    code: {
      title: 'Kod QR',
      help: 'Na paragony, stoliki i drzwi. Otwiera link powyżej.',
      of: 'Kod QR adresu {{ address }}',
      print: 'Drukuj kartę',
      save: 'Zapisz jako {{ format }}',
      tooLong: 'Link jest za długi na kod QR. Proszę usunąć część parametrów.',
    },
    mail: {
      title: 'Pytanie w e-mailu',
      help: 'Każda liczba jest linkiem; strona otwiera się z tą oceną już zaznaczoną.',
      confirmed:
        'Samo kliknięcie się nie liczy, bo skanery poczty otwierają każdy link. Ocena liczy się, gdy klient potwierdzi ją na stronie.',
      preview: 'Podgląd e-maila',
      copy: 'Kopiuj do e-maila',
      html: 'Kopiuj HTML',
      text: 'Kopiuj jako zwykły tekst',
      set: 'Program pocztowy musi uzupełnić {{ customer }} (identyfikator klienta) i {{ mail }} (inne w każdej wiadomości, np. numer zgłoszenia). Wtedy wszystkie linki jednej wiadomości to jedna odpowiedź, bez względu na to, ile z nich otworzy program.',
    },
    kiosk: {
      title: 'Kiosk na tablecie',
      help: 'Pyta kolejnych klientów dużymi liczbami i zaczyna od nowa 15 sekund po ostatnim dotknięciu.',
      setUp:
        'Proszę otworzyć go raz przy połączeniu z siecią i zostawić otwarty. Pierwsze dotknięcie włącza pełny ekran. Bez sieci pyta dalej i wysyła odpowiedzi później.',
    },
    widget: {
      title: 'Na stronie internetowej',
      help: 'Jeden znacznik script pokazuje ankietę na Państwa stronach. Nie zapisuje plików cookie i nie zmienia stylów strony.',
      sites: 'Dozwolone witryny',
      noSites:
        'Żadna witryna nie może jeszcze pokazać tej ankiety, więc przeglądarki ją blokują. Proszę dodać witryny w ustawieniach ankiety i opublikować ją.',
      toSites: 'Dodaj witryny',
      as: 'Położenie',
      popover: 'W rogu',
      dialog: 'Okno dialogowe',
      inline: 'W treści strony',
      when: 'Wyzwalacz',
      after: 'Po chwili',
      scroll: 'Po przewinięciu',
      exit: 'Przy próbie wyjścia',
      called: 'Z własnego kodu',
      seconds: 'Po upływie',
      scrolled: 'Przewinięta część strony',
      days: 'Zapytaj tę samą osobę ponownie po',
      tag: 'Znacznik script na Państwa strony',
      tagInPlace: 'Znacznik skryptu w miejscu, gdzie ma się pojawić ankieta',
      call: 'Następnie wywołaj ją z własnego kodu',
      policy: 'Wymagana polityka Content Security Policy',
    },
  },
} satisfies Translation<typeof en>
