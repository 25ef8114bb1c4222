import type en from '../en/settings.ts'
import type { Translation } from '../translation.ts'

export default {
  settings: {
    tabs: {
      workspace: 'Obszar roboczy',
      people: 'Osoby',
      imports: 'Importy',
      auditLog: 'Dziennik audytu',
    },
    name: 'Firma',
    needName: 'Podaj nazwę, najwyżej 100 znaków.',
    zone: 'Strefa czasowa',
    common: 'Najczęstsze',
    zoneHelp: 'Dni zaczynają się i kończą według tego zegara. Teraz jest tam {{ now }}.',
    needZone: 'Ta strefa czasowa nie jest tu znana. Wybierz inną.',
    recount:
      'Wszystkie dni zostaną policzone od nowa; może to chwilę potrwać, a nowe odpowiedzi w tym czasie poczekają. Znaczniki i okresy bazowe zachowają swoje dni.',
    counting: 'Wszystkie dni są liczone od nowa …',
    save: 'Zapisz',
    saved: 'Zapisano',
    failed:
      'Nie udało się tego zapisać. Wszystkie wyniki są w porządku; za chwilę sprawdź i spróbuj ponownie.',
    nameHelp: 'Klienci zobaczą ją w pytaniu: „Czy polecą Państwo firmę Acme?”',
  },
} satisfies Translation<typeof en>
