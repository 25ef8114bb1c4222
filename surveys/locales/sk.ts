import type { Words } from './en.ts'

export const sk: Words = {
  next: 'Pokračovať',
  send: 'Odoslať',
  optional: 'nepovinné',
  saving: 'Ukladá sa…',
  saved: 'Uložené',
  unsent: 'Zatiaľ neodoslané',
  waiting: 'Zatiaľ neuložené. Odpoveď zostáva v tomto zariadení a odošle sa sama.',
  change: 'Zmeniť odpoveď',
  language: 'Jazyk',
  pickNumber: 'Vyberte, prosím, najprv číslo.',
  check: 'Skontrolujte, prosím, túto odpoveď.',
  tooLong: 'Text je trochu dlhý. Zmestí sa sem najviac {count} znakov.',
  tooLargeTitle: 'Text je príliš dlhý',
  tooLarge: 'Toľko toho stránka neprijme. Vráťte sa, prosím, a text skráťte.',
  expired: 'Stránka bola otvorená príliš dlho. Odošlite, prosím, odpoveď ešte raz.',
  failed:
    'Na našej strane sa niečo pokazilo. Odpoveď na stránke zostala, odošlite ju, prosím, o chvíľu znova.',
  brokenTitle: 'Na našej strane sa niečo pokazilo',
  broken: 'Skúste to, prosím, o chvíľu znova.',
  closedTitle: 'Prieskum je uzavretý',
  closed: 'Ďakujeme za návštevu. Odpovede teraz neprijímame.',
  unknownTitle: 'Tu žiadny prieskum nie je',
  unknown: 'Adresa možno nie je úplná. Otvorte, prosím, odkaz zo správy ešte raz.',
}
