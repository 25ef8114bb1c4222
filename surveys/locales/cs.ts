import type { Words } from './en.ts'

export const cs: Words = {
  next: 'Pokračovat',
  send: 'Odeslat',
  optional: 'nepovinné',
  saving: 'Ukládá se…',
  saved: 'Uloženo',
  unsent: 'Zatím neodesláno',
  waiting: 'Zatím neuloženo. Odpověď zůstává v tomto zařízení a odešle se sama.',
  change: 'Změnit odpověď',
  language: 'Jazyk',
  pickNumber: 'Vyberte prosím nejdřív číslo.',
  check: 'Zkontrolujte prosím tuto odpověď.',
  tooLong: 'Text je trochu dlouhý. Vejde se sem nejvýše {count} znaků.',
  tooLargeTitle: 'Text je příliš dlouhý',
  tooLarge: 'Tolik toho stránka nepojme. Vraťte se prosím a text zkraťte.',
  expired: 'Stránka byla otevřená příliš dlouho. Odešlete prosím odpověď ještě jednou.',
  failed:
    'Na naší straně se něco pokazilo. Odpověď na stránce zůstala, odešlete ji prosím za chvíli znovu.',
  brokenTitle: 'Na naší straně se něco pokazilo',
  broken: 'Zkuste to prosím za chvíli znovu.',
  closedTitle: 'Průzkum je uzavřený',
  closed: 'Děkujeme za návštěvu. Odpovědi teď nepřijímáme.',
  unknownTitle: 'Tady žádný průzkum není',
  unknown: 'Adresa možná není úplná. Otevřete prosím odkaz ze zprávy ještě jednou.',
}
