import type en from '../en/firstVisit.ts'
import type { Translation } from '../translation.ts'

export default {
  first: {
    title: 'Witamy. Od czego zacząć?',
    survey: 'Utwórz ankietę',
    surveyHelp: 'Proszę wybrać szablon, nazwać go i udostępnić link.',
    import: 'Importuj odpowiedzi',
    importHelp:
      'Prześlij, co masz, jako CSV, Excel lub JSON. Zanim cokolwiek zostanie zapisane, zobaczysz podgląd.',
    importStart: 'Wybierz plik',
    example: 'Wypróbuj z przykładowymi danymi',
    exampleHelp: 'Osiemnaście miesięcy zmyślonych odpowiedzi, które usuwa jedno kliknięcie.',
    exampleStart: 'Wczytaj dane przykładowe',
    exampleLoading: 'Odpowiedzi się przygotowują. To potrwa kilka sekund …',
    exampleFailed:
      'Nie udało się wczytać przykładowych danych. Nic się nie zmieniło. Proszę spróbować ponownie.',
    viewer: 'Nie ma jeszcze ankiet. Gdy administrator jakąś uruchomi, pojawi się tu jej wynik.',
  },
} satisfies Translation<typeof en>
