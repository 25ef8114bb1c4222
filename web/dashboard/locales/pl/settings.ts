import type en from '../en/settings.ts'
import type { Translation } from '../translation.ts'

export default {
  settings: {
    tabs: {
      workspace: 'Obszar roboczy',
      people: 'Osoby',
      apiKeys: 'Klucze API',
      imports: 'Importy',
      auditLog: 'Dziennik audytu',
    },
    name: 'Firma',
    needName: 'Podaj nazwę, najwyżej 100 znaków.',
    zone: 'Strefa czasowa',
    common: 'Popularne',
    zoneHelp: 'Dni zaczynają się i kończą według tej strefy. Jest tam teraz {{ now }}.',
    needZone: 'Nieznana strefa czasowa. Proszę wybrać inną.',
    recount:
      'Wszystkie dni zostaną przeliczone. Nowe odpowiedzi w tym czasie czekają. Zdarzenia i poziomy bazowe zachowują swoje daty.',
    counting: 'Przeliczanie wszystkich dni …',
    save: 'Zapisz',
    saved: 'Zapisano',
    failed: 'Nie zapisano. Nic się nie zmieniło. Proszę spróbować ponownie.',
    nameHelp: 'Klienci zobaczą ją w pytaniu: „Czy polecą Państwo firmę Acme?”',
  },
} satisfies Translation<typeof en>
