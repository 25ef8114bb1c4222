import type en from '../en/sharing.ts'
import type { Translation } from '../translation.ts'

export default {
  share: {
    draft: 'Najpierw trzeba ją opublikować',
    draftHelp:
      'Linki, kody, wiadomości i okienko na stronie prowadzą do ankiety, gdy jest aktywna.',
    toSurveys: 'Przejdź do ankiet',
    closed: 'Ankieta nie przyjmuje teraz odpowiedzi, a jej link o tym informuje.',
    ownLanguage: 'Własny każdego czytelnika',
    link: {
      title: 'Link',
      help: 'Do czatów, wiadomości i podpisów. To, co się do niego doda, trafi też do kodu, wiadomości, na tablet i na stronę poniżej.',
    },
    properties: {
      title: 'Co mówi link',
      help: 'Wyniki można potem podzielić według tego na grupy, na przykład według kanału lub zespołu. Symbol zastępczy programu pocztowego, na przykład {{ example }}, zostaje bez zmian.',
      name: 'Nazwa',
      value: 'Wartość',
      add: 'Dodaj wiersz',
      unreadable: 'Dozwolone są litery, cyfry, kropki, łączniki i podkreślenia, bez spacji.',
      taken: 'Ta nazwa znaczy w linku coś innego. Potrzebna jest inna.',
      twice: 'Ta nazwa jest już użyta wyżej.',
    },
    signed: {
      title: 'Linki podpisane',
      help: 'Mówią to samo co link powyżej i nikt nie może tego zmienić.',
      only: 'Liczy się tylko z linku podpisanego:',
      single: 'Każdy na jedną odpowiedź',
      amount: 'Ile',
      make: 'Utwórz linki podpisane',
      hasPlaceholder:
        'Symbolu zastępczego nie da się podpisać. Trzeba go usunąć powyżej albo podpisywać linki samodzielnie przez API.',
      failed:
        'Nie udało się ich utworzyć. Proszę sprawdzić nazwy i wartości powyżej i spróbować znowu.',
      invalid:
        'Odpowiedzi z ostatnich 30 dni, które przyszły przez link z nieprawidłowym podpisem: {{ n }}. Link został po drodze ucięty lub zmieniony; odpowiedzi się liczą, ale bez klienta.',
    },
    code: {
      title: 'Kod QR',
      help: 'Na paragony, stoliki i drzwi. Prowadzi tam, gdzie link powyżej.',
      of: 'Kod QR adresu {{ address }}',
      print: 'Drukuj kartę',
      save: 'Zapisz jako {{ format }}',
      tooLong: 'Link jest za długi na kod. Niech mówi mniej.',
    },
    mail: {
      title: 'Pytanie w e-mailu',
      help: 'Każda liczba jest linkiem; strona otwiera się z tą oceną już zaznaczoną.',
      confirmed:
        'Samo kliknięcie się nie liczy, bo programy sprawdzające pocztę otwierają każdy link. Ocena liczy się dopiero, gdy ktoś potwierdzi ją na stronie.',
      preview: 'Podgląd wiadomości',
      copy: 'Kopiuj do e-maila',
      html: 'Kopiuj HTML',
      text: 'Kopiuj jako zwykły tekst',
      set: 'Program pocztowy musi uzupełnić {{ customer }} (identyfikator klienta) i {{ mail }} (inne w każdej wiadomości, np. numer zgłoszenia). Wtedy wszystkie linki jednej wiadomości to jedna odpowiedź, bez względu na to, ile z nich otworzy program.',
    },
    kiosk: {
      title: 'Na tablecie w sklepie',
      help: 'Pyta jednego klienta po drugim, dużymi cyframi, i zaczyna od nowa 15 sekund po ostatnim dotknięciu.',
      setUp:
        'Otwórz stronę raz, gdy jest połączenie, i zostaw ją otwartą. Pierwsze dotknięcie wypełni ekran. Bez połączenia pyta dalej, a odpowiedzi wysyła później.',
    },
    widget: {
      title: 'Na stronie internetowej',
      help: 'Jeden znacznik script pokazuje ankietę na Państwa stronach. Nie zapisuje plików cookie i nie zmienia stylów strony.',
      sites: 'Może być pokazana na',
      noSites:
        'Żadna strona nie może jeszcze pokazać tej ankiety, więc przeglądarki ją odrzucą. Trzeba dodać swoją do stron ankiety i ją opublikować.',
      toSites: 'Podaj swoje strony',
      as: 'Gdzie',
      popover: 'W rogu',
      dialog: 'Na środku',
      inline: 'W treści strony',
      when: 'Kiedy',
      after: 'Po chwili',
      scroll: 'Po przewinięciu',
      exit: 'Przy wychodzeniu',
      called: 'Tylko na wywołanie',
      seconds: 'Po upływie',
      scrolled: 'Przewinięta część strony',
      days: 'Ta sama osoba znów po upływie',
      tag: 'Znacznik script na Państwa strony',
      tagInPlace: 'Znacznik script, tam, gdzie ma stać pytanie',
      call: 'Potem z własnego skryptu',
      policy: 'Na co musi pozwalać polityka bezpieczeństwa treści (CSP)',
    },
  },
} satisfies Translation<typeof en>
