import type { Words } from './en.ts'

export const pl: Words = {
  next: 'Dalej',
  send: 'Wyślij',
  optional: 'nieobowiązkowe',
  saving: 'Zapisywanie…',
  saved: 'Zapisano',
  unsent: 'Jeszcze nie wysłano',
  waiting:
    'Jeszcze nie zapisano. Odpowiedź pozostaje na tym urządzeniu i zostanie wysłana automatycznie.',
  change: 'Zmień odpowiedź',
  language: 'Język',
  pickNumber: 'Prosimy najpierw wybrać liczbę.',
  check: 'Prosimy sprawdzić tę odpowiedź.',
  tooLong: 'Tekst jest trochę za długi. Zmieści się tu najwyżej {count} znaków.',
  tooLargeTitle: 'Tekst jest za długi',
  tooLarge: 'Tyle ta strona nie przyjmie. Prosimy wrócić i skrócić tekst.',
  expired: 'Ta strona była otwarta bardzo długo. Prosimy wysłać odpowiedź jeszcze raz.',
  failed:
    'Coś się u nas nie powiodło. Odpowiedź pozostała na stronie, prosimy wysłać ją za chwilę ponownie.',
  brokenTitle: 'Coś się u nas nie powiodło',
  broken: 'Prosimy spróbować za chwilę.',
  closedTitle: 'Ta ankieta jest zamknięta',
  closed: 'Dziękujemy za odwiedziny. Obecnie nie zbieramy odpowiedzi.',
  unknownTitle: 'Nie ma tu żadnej ankiety',
  unknown: 'Adres może być niepełny. Prosimy jeszcze raz otworzyć link z wiadomości.',
}
