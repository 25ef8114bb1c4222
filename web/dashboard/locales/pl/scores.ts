import type en from '../en/scores.ts'
import type { Translation } from '../translation.ts'

export default {
  score: {
    early: 'mała próba',
    tooFew: 'za mało odpowiedzi',
    between: 'między {{ low }} a {{ high }}',
    spoken: '{{ score }}, między {{ low }} a {{ high }}',
    nothing: 'brak odpowiedzi',
  },
  change: {
    up: 'Wzrost o {{ by }} · wyraźna zmiana',
    down: 'Spadek o {{ by }} · wyraźna zmiana',
    noChange: 'Brak wyraźnej zmiany',
    noChangeWould: 'Brak wyraźnej zmiany (mniejszej niż {{ by }} nie da się odróżnić od przypadku)',
    nothing: 'Brak wcześniejszych danych',
    tooFew: 'Za mało odpowiedzi do porównania',
    against: 'Ostatnie 30 dni wobec poprzednich 30',
  },
  definition: {
    title: 'Jak to policzono',
    formula: 'Wynik',
    formulas: {
      nps: 'Udział ocen 9–10 minus udział ocen 0–6, od −100 do 100',
      csat: 'Udział ocen 4 i 5',
      ces: 'Średnia ocen od 1 do 7; 7 znaczy łatwo',
    },
    window: 'Okres',
    zone: 'dni w strefie {{ zone }}',
    counted: 'Policzono',
    countings: {
      answers: 'Liczy się każda odpowiedź.',
      customers: 'Dla każdego klienta liczy się ostatnia odpowiedź w tym okresie i grupie.',
    },
    exclusions: 'Wykluczone',
    skipped: {
      one: '{{ n }} odpowiedź bez tego pytania',
      few: '{{ n }} odpowiedzi bez tego pytania',
      many: '{{ n }} odpowiedzi bez tego pytania',
      other: '{{ n }} odpowiedzi bez tego pytania',
    },
    earlier: {
      one: '{{ n }} wcześniejsza odpowiedź tego samego klienta',
      few: '{{ n }} wcześniejsze odpowiedzi tych samych klientów',
      many: '{{ n }} wcześniejszych odpowiedzi tych samych klientów',
      other: '{{ n }} wcześniejszej odpowiedzi tych samych klientów',
    },
    suspected: {
      one: '{{ n }} wykluczona jako prawdopodobny bot',
      few: '{{ n }} wykluczone jako prawdopodobne boty',
      many: '{{ n }} wykluczonych jako prawdopodobne boty',
      other: '{{ n }} wykluczonej jako prawdopodobny bot',
    },
    unconfirmed: {
      one: '{{ n }} z linku w e-mailu, niepotwierdzona przez klienta',
      few: '{{ n }} z linków w e-mailu, niepotwierdzone przez klienta',
      many: '{{ n }} z linków w e-mailu, niepotwierdzonych przez klienta',
      other: '{{ n }} z linku w e-mailu, niepotwierdzonej przez klienta',
    },
    test: {
      one: '{{ n }} próba Twojego zespołu',
      few: '{{ n }} próby Twojego zespołu',
      many: '{{ n }} prób Twojego zespołu',
      other: '{{ n }} próby Twojego zespołu',
    },
    erased: {
      one: '{{ n }} usunięta',
      few: '{{ n }} usunięte',
      many: '{{ n }} usuniętych',
      other: '{{ n }} usuniętej',
    },
    nothing: 'Nic.',
    never: 'Pominięte pytania, testy i prawdopodobne boty nigdy się nie liczą.',
    interval: 'Przedział',
    intervals: {
      'adjusted-wald': '95%, skorygowany Walda (Bonett i Price)',
      tango: '95%, przedział Tango, bo odpowiedzi jest mało lub są jednakowe',
      wilson: '95%, Wilsona',
      'effective-n-wilson': '95%, Wilsona dla położenia średniej na skali',
      none: 'Bez odpowiedzi brak',
    },
    rounding: 'Zaokrąglenie',
    rounded:
      'Liczone dokładnie i zaokrąglane raz, na ekranie, połówki od zera. Wynik widać od 5 odpowiedzi, grupy ocenia się od 30.',
  },
  noScore: {
    never: 'Jeszcze bez odpowiedzi',
    neverHelp: {
      live: 'Wystarczy wysłać klientom link. Pierwsza odpowiedź pojawi się tu od razu.',
      draft: 'Odpowiedzi zaczną napływać po opublikowaniu ankiety.',
      paused: 'Ankieta jest wstrzymana. Po wznowieniu znów będzie przyjmować odpowiedzi.',
      archived: 'Ankieta jest w archiwum i nie przyjmuje odpowiedzi.',
    },
    noneCounts: 'Jeszcze żadna odpowiedź się nie liczy',
    excluded: {
      one: '{{ n }} odpowiedź jest wykluczona i się nie liczy.',
      few: '{{ n }} odpowiedzi są wykluczone i się nie liczą.',
      many: '{{ n }} odpowiedzi jest wykluczonych i się nie liczy.',
      other: '{{ n }} odpowiedzi jest wykluczone i się nie liczy.',
    },
    seeExcluded: 'Zobacz dlaczego',
    past: {
      one: '{{ n }} odpowiedź na wcześniejsze pytanie, na obecne jeszcze żadnej.',
      few: '{{ n }} odpowiedzi na wcześniejsze pytanie, na obecne jeszcze żadnej.',
      many: '{{ n }} odpowiedzi na wcześniejsze pytanie, na obecne jeszcze żadnej.',
      other: '{{ n }} odpowiedzi na wcześniejsze pytanie, na obecne jeszcze żadnej.',
    },
    seePast: 'Pokaż wcześniejsze pytanie',
  },
} satisfies Translation<typeof en>
