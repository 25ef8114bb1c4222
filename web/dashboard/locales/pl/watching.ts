import type en from '../en/watching.ts'
import type { Translation } from '../translation.ts'

export default {
  watch: {
    title: 'Alerty',
    help: 'Każdy alert pojawia się raz, w przeglądzie. Przypadkowe wahania są pomijane.',
    notLive: 'Alerty zaczną działać, gdy ankieta będzie aktywna.',
    shift: 'Przesunięcie wyniku',
    shiftHelp: 'Porównuje każdy tydzień z okresem bazowym poniżej i zgłasza tylko wyraźne zmiany.',
    share: 'Za dużo niezadowolonych odpowiedzi',
    shareHelp:
      'Zgłaszane tylko wtedy, gdy nawet dolny kraniec 95-procentowego przedziału przekracza próg.',
    usualShare: 'Zwykle {{ share }}.',
    over: 'Więcej niż (%)',
    days: 'W ciągu (dni)',
    silence: 'Brak odpowiedzi',
    silenceHelp: 'Liczą się całe dni.',
    usualRhythm: 'Zwykły tydzień: {{ answers }}.',
    silent: 'Przez (dni)',
    whole: 'Liczba całkowita od 1 do {{ most }}.',
    saves: 'Zmiany zapisują się same.',
    viewer: 'Mogą to zmienić kierownicy i administratorzy.',
    saving: 'Zapisywanie …',
    saved: 'Zapisano',
    failed: 'Nie zapisano. Spróbuj ponownie.',
    baseline: 'Punkt odniesienia',
    against: 'Porównanie z {{ score }}: {{ days }}, {{ answers }}.',
    setItself: 'Ustalony automatycznie.',
    setBy: 'Wyznaczony przez: {{ by }}.',
    waiting:
      'Ustalanie okresu bazowego: tygodnie {{ weeks }} z {{ ofWeeks }}, odpowiedzi {{ answers }} z {{ ofAnswers }}.',
    normal: 'Przyjmij jako nowy okres bazowy',
    normalHelp: 'Od tego tygodnia ustalany jest nowy okres bazowy.',
    accepted: 'Nowy okres bazowy od {{ day }}.',
    setBack: 'Znów obowiązuje wcześniejszy okres bazowy.',
    notSet: 'Nie udało się zmienić okresu bazowego. Spróbuj ponownie.',
    log: 'Wcześniejsze okresy bazowe',
    on: 'od {{ day }}',
    itself: 'automatycznie',
  },
} satisfies Translation<typeof en>
