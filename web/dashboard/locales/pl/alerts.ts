import type en from '../en/alerts.ts'
import type { Translation } from '../translation.ts'

export default {
  alerts: {
    title: 'Co się zmieniło',
    none: 'Ostatnio brak wyraźnych zmian.',
    up: 'Wynik wzrósł o około {{ by }} · wyraźna zmiana',
    down: 'Wynik spadł o około {{ by }} · wyraźna zmiana',
    upAtMost: 'Wynik wzrósł najwyżej o {{ by }} · wyraźna zmiana',
    downAtMost: 'Wynik spadł najwyżej o {{ by }} · wyraźna zmiana',
    since: 'Od tygodnia {{ day }} z {{ before }} na {{ after }}, {{ answers }}',
    until: '{{ answers }} do {{ day }}',
    sinceOneOf:
      'Od któregoś z tygodni od {{ from }} do {{ to }}, z {{ before }} na około {{ after }}, {{ answers }}',
    share: '{{ share }} niezadowolonych · próg {{ over }}',
    shareFacts: '{{ days }}, {{ answers }}; z 95% pewnością co najmniej {{ low }}',
    silence: {
      one: '{{ n }} dzień bez odpowiedzi',
      few: '{{ n }} dni bez odpowiedzi',
      many: '{{ n }} dni bez odpowiedzi',
      other: '{{ n }} dnia bez odpowiedzi',
    },
    from: 'Od {{ day }}',
    usually: '{{ from }}; zwykły tydzień: {{ answers }}',
    show: 'Pokaż te tygodnie',
    acknowledge: 'Potwierdź',
    toasts: {
      acknowledged: 'Potwierdzono dla wszystkich',
      restored: 'Przywrócono',
      failed: 'Nie zapisano. Sprawdź połączenie i spróbuj ponownie.',
    },
    pictures: {
      shift: 'Wynik tygodniowy; linia przerywana: poziom przed i po zmianie',
      share: 'Udział niezadowolonych odpowiedzi, słupek to siedem dni; linia przerywana: próg',
      silence: 'Odpowiedzi, słupek to siedem dni',
    },
  },
} satisfies Translation<typeof en>
