import type en from '../en/firstVisit.ts'
import type { Translation } from '../translation.ts'

export default {
  first: {
    title: 'Witamy. Od czego zacząć?',
    survey: 'Nowa ankieta',
    surveyHelp: 'Wystarczy wybrać gotowe pytanie, nazwać je i wysłać link.',
    import: 'Importuj odpowiedzi',
    importHelp:
      'Prześlij, co masz, jako CSV, Excel lub JSON. Zanim cokolwiek zostanie zapisane, zobaczysz podgląd.',
    importStart: 'Wybierz plik',
    example: 'Najpierw się rozejrzeć',
    exampleHelp: 'Osiemnaście miesięcy zmyślonych odpowiedzi. Jeden przycisk je usuwa.',
    exampleStart: 'Wczytaj dane przykładowe',
    exampleLoading: 'Odpowiedzi się przygotowują. To potrwa kilka sekund …',
    exampleFailed: 'Nie udało się utworzyć danych przykładowych. Nic innego się nie zmieniło.',
    viewer: 'Nie ma jeszcze ankiet. Gdy administrator jakąś uruchomi, pojawi się tu jej wynik.',
  },
} satisfies Translation<typeof en>
