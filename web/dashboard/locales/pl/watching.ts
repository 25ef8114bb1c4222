import type en from '../en/watching.ts'
import type { Translation } from '../translation.ts'

export default {
  watch: {
    title: 'Pilnuj tej ankiety',
    help: 'O tym, co się tu wydarzy, powiemy raz, w przeglądzie. O szumie nie.',
    notLive: 'Będzie pilnowana, gdy ruszy.',
    shift: 'Wynik się przesuwa',
    shiftHelp:
      'Co tydzień wobec punktu odniesienia poniżej, i tylko to, czego nie wyjaśnia przypadek.',
    share: 'Wielu niezadowolonych',
    shareHelp: 'Powiemy, gdy granicę przekroczy nawet ostrożny koniec szacunku.',
    usualShare: 'Zwykle {{ share }}.',
    over: 'Więcej niż (%)',
    days: 'W ciągu (dni)',
    silence: 'Nikt nie odpowiada',
    silenceHelp: 'Liczą się całe dni.',
    usualRhythm: 'Zwykły tydzień: {{ answers }}.',
    silent: 'Przez (dni)',
    whole: 'Liczba całkowita od 1 do {{ most }}.',
    saves: 'Zmiany zapisują się same.',
    viewer: 'Zmienić to może osoba, która zajmuje się zgłoszeniami.',
    saving: 'Zapisywanie …',
    saved: 'Zapisano',
    failed: 'Nie udało się zapisać, więc nic się nie zmieniło. Proszę spróbować ponownie.',
    baseline: 'Punkt odniesienia',
    against: 'Wynik porównujemy z {{ score }}: {{ days }}, {{ answers }}.',
    setItself: 'Wyznaczony samoczynnie.',
    setBy: 'Wyznaczony przez: {{ by }}.',
    waiting:
      'Dopiero poznajemy, co jest tu zwykłe. Tygodnie do tej pory: {{ weeks }} z {{ ofWeeks }}, odpowiedzi: {{ answers }} ze {{ ofAnswers }}.',
    normal: 'Tak jest teraz normalnie',
    normalHelp: 'To, co zwykłe, poznamy wtedy od nowa, od tamtego tygodnia.',
    accepted: 'Od {{ day }} tak jest normalnie.',
    setBack: 'Znów obowiązuje wcześniejszy punkt odniesienia.',
    notSet: 'Nie udało się tego ustawić, więc nic się nie zmieniło. Proszę spróbować ponownie.',
    log: 'Dotychczasowe punkty odniesienia',
    on: 'od {{ day }}',
    itself: 'samoczynnie',
  },
} satisfies Translation<typeof en>
