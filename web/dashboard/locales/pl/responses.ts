import type en from '../en/responses.ts'
import type { Translation } from '../translation.ts'

export default {
  responses: {
    noWords: 'Bez komentarza',
    anonymous: 'Anonimowo',
    unverified: 'Niezweryfikowane',
    badSignature: 'Nieprawidłowy podpis',
    unusable: 'Nie dało się użyć z linku: {{ names }}',
    partial: 'niedokończona',
    added: 'Dopisano {{ time }}',
    empty: 'Żadna odpowiedź nie pasuje do filtra',
    shown: {
      one: '{{ n }} odpowiedź na ekranie',
      few: '{{ n }} odpowiedzi na ekranie',
      many: '{{ n }} odpowiedzi na ekranie',
      other: '{{ n }} odpowiedzi na ekranie',
    },
    followUp: 'Sprawa: {{ state }}',
    of: 'z {{ max }}',
    state: 'Pokaż',
    states: { counted: 'Liczone', excluded: 'Wykluczone' },
    reasons: {
      unconfirmed: 'Otwarte z linku w e-mailu; nikt jeszcze nic nie wybrał ani nie wysłał.',
      test: 'Próba Twojego zespołu.',
      scores: 'Strona podała w kilka sekund kilka ocen, bez udziału człowieka.',
      links: 'W kilka sekund otwarto wszystkie linki z ocenami z jednego e-maila.',
      honeypot: 'Wypełniono pole, którego ludzie nie widzą.',
      hidden: 'Otwarto link, którego ludzie nie widzą.',
      fast: 'Napisana i wysłana w mniej niż sekundę.',
      proof: 'Przyszła w zalewie odpowiedzi, a przeglądarka nie przeszła kontroli antybotowej.',
      flood: 'Przyszła w zalewie odpowiedzi – ludzie nie udzielają ich tylu w takim czasie.',
      pace: 'Na kiosku w ciągu minuty od dwudziestu innych odpowiedzi.',
      person: 'Wykluczone przez Twój zespół.',
    },
    count: 'Uwzględnij',
    exclude: 'Wyklucz',
    nowExcluded: 'Wykluczono. Już się nie liczy.',
    excludedBy: 'Wykluczone przez: {{ name }}, {{ time }}.',
    nowCounted: 'Uwzględniono. Teraz się liczy.',
    noneExcluded: 'Nic nie jest wykluczone',
    excludedHelp:
      'Prawdopodobne boty, niepotwierdzone kliknięcia w e-mailach i testy. Nie liczą się.',
    optedOut: 'Nie chce dostawać kolejnych pytań',
    optOutAsked: 'Prosi, by już nie pytać, z niepodpisanego linku',
  },
  followUpStates: {
    new: 'Nowe',
    contacted: 'W kontakcie',
    resolved: 'Załatwione',
    dismissed: 'Odrzucone',
  },
} satisfies Translation<typeof en>
