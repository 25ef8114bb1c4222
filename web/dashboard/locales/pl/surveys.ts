import type en from '../en/surveys.ts'
import type { Translation } from '../translation.ts'

export default {
  surveys: {
    title: 'Ankiety',
    new: 'Nowa ankieta',
    publish: 'Opublikuj',
    resume: 'Wznów',
    pause: 'Wstrzymaj',
    copy: 'Kopiuj link',
    import: 'Importuj odpowiedzi',
    open: 'Otwórz stronę',
    last: 'ostatnia {{ when }}',
    published: 'Ankieta „{{ name }}” jest aktywna.',
    paused: 'Ankieta „{{ name }}” jest wstrzymana. Jej link informuje teraz, że jest zamknięta.',
    failed: 'Nie udało się zmienić „{{ name }}”. Spróbuj ponownie.',
    empty: 'Nie ma jeszcze ankiet',
    emptyHelp: 'Ankieta to jedno pytanie, na które klient odpowiada w dziesięć sekund.',
    noAddressHelp:
      'Linki do ankiet powstają z PUBLIC_URL. Trzeba ustawić tę zmienną na serwerze, na przykład na https://ask.example.com, i uruchomić go ponownie.',
    noAddress: 'Serwer nie ma publicznego adresu',
  },
  newSurvey: {
    title: 'Nowa ankieta',
    template: 'Czego chcą się Państwo dowiedzieć?',
    name: 'Nazwa',
    nameHelp: 'Dla zespołu. Klienci jej nie widzą.',
    languages: 'Języki',
    languagesHelp: 'Każdy klient widzi swój język; pierwszy jest dla pozostałych.',
    submit: 'Utwórz ankietę',
    needName: 'Potrzebna jest nazwa, żeby zespół ją znalazł.',
    needLanguage: 'Potrzebny jest co najmniej jeden język.',
    failed: 'Nie udało się utworzyć ankiety. Wybrane ustawienia zostały; spróbuj ponownie.',
    link: 'Link dla klientów',
    toShare: 'Inne sposoby udostępniania',
  },
} satisfies Translation<typeof en>
