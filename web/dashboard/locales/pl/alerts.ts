import type en from '../en/alerts.ts'
import type { Translation } from '../translation.ts'

export default {
  alerts: {
    title: 'Co się zmieniło',
    none: 'Ostatnio nic, czego nie wyjaśniałby przypadek.',
    up: 'Wynik wzrósł o około {{ by }}, to nie przypadek',
    down: 'Wynik spadł o około {{ by }}, to nie przypadek',
    since: 'Od tygodnia {{ day }} z {{ before }} na {{ after }}, {{ answers }}',
    until: '{{ answers }} do {{ day }}',
    sinceOneOf:
      'Od któregoś z tygodni od {{ from }} do {{ to }}, z {{ before }} na około {{ after }}, {{ answers }}',
    share: 'Niezadowolonych jest {{ share }}, granica to {{ over }}',
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
    acknowledge: 'Odłóż',
    toasts: {
      acknowledged: 'Odłożono, dla wszystkich',
      restored: 'Jest z powrotem',
      failed: 'Nie zapisano. Sprawdź połączenie i spróbuj ponownie.',
    },
    pictures: {
      shift: 'Wynik tygodniowy, linią przerywaną poziom przedtem i potem',
      share: 'Udział niezadowolonych, słupek to siedem dni, linią przerywaną granica',
      silence: 'Liczba odpowiedzi, słupek to siedem dni',
    },
  },
} satisfies Translation<typeof en>
