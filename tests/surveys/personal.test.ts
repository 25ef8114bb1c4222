import { expect, it } from 'vitest'
import { emailInQuery, isEmailAddress } from '../../surveys/person.ts'
import { subjectOf } from '../../surveys/personal.ts'

it.each([
  ['first_name', 'X', 'firstName'],
  ['firstName', 'X', 'firstName'],
  ['Vorname', 'X', 'firstName'],
  ['imię', 'X', 'firstName'],
  ['křestní jméno', 'X', 'firstName'],
  ['שם פרטי', 'X', 'firstName'],
  ['příjmení', 'X', 'lastName'],
  ['priezvisko', 'X', 'lastName'],
  ['nazwisko', 'X', 'lastName'],
  ['שם משפחה', 'X', 'lastName'],
  ['jméno', 'X', 'name'],
  ['meno', 'X', 'name'],
  ['שם', 'X', 'name'],
  ['kontakt_email', 'a@b.test', 'email'],
  ['phone', '+420777', 'personal'],
  ['Phone Number', '1', 'personal'],
  ['telefon', '777123456', 'personal'],
  ['טלפון', '050', 'personal'],
  ['adresa', 'Nová 1', 'personal'],
  ['address', 'Main 1', 'personal'],
  ['billing.street', 'Main 1', 'personal'],
  ['PSČ', '110 00', 'personal'],
  ['zip', '10115', 'personal'],
  ['birthdate', '2000-01-01', 'personal'],
  ['Geburtsdatum', '1.1.2000', 'personal'],
  ['iban', 'x', 'personal'],
  ['ip', '1.2.3.4', 'personal'],
  ['ref', 'ann@shop.test', 'personal'],
  ['note', 'write to ann@shop.test', 'personal'],
  ['ref', '+49 30 1234567', 'personal'],
  ['ref', '777 123 456', 'personal'],
  ['ref', 'DE89 3704 0044 0532 0130 00', 'personal'],
  ['mobile', '+420777123456', 'personal'],
  ['fbclid', 'IwAR1', 'tracking'],
  ['gclid', 'x', 'tracking'],
  ['msclkid', 'x', 'tracking'],
  ['mc_eid', 'x', 'tracking'],
  ['_hsenc', 'x', 'tracking'],
  ['utm_id', 'x', 'tracking'],
])('takes %s=%s for %s', (name, value, subject) => {
  expect(subjectOf(name, value)).toBe(subject)
})

it.each([
  ['channel', 'phone'],
  ['agent', 'anna'],
  ['agent_email', 'anna@shop.test'],
  ['agent_name', 'Anna'],
  ['product_name', 'Lamp'],
  ['utm_source', 'mail'],
  ['utm_campaign', 'may'],
  ['phone_model', 'X1'],
  ['mobile', 'yes'],
  ['order', '2024-05-01'],
  ['order', '1234567890'],
  ['order', 'DE89370400440532013001'],
  ['price', '1 234 567'],
  ['version', '10.12.3.4567'],
  ['city', 'Praha'],
  ['team', 'north'],
  ['language', 'en'],
])('leaves %s=%s a property', (name, value) => {
  expect(subjectOf(name, value)).toBe('property')
})

it.each([
  ['ann@shop.test', true],
  ['ann+x@shop.test', true],
  ['jörg@müller.test', true],
  ['דנה@דוגמה.test', true],
  ["o'hara@shop.co.uk", true],
  ['ann@shop', false],
  ['ann@@shop.test', false],
  ['ann x@shop.test', false],
  ['ann@shop..test', false],
  ['@shop.test', false],
  ['ann@1.2', false],
  [`${'a'.repeat(65)}@shop.test`, false],
])('says of %s whether it is an address: %s', (text, expected) => {
  expect(isEmailAddress(text)).toBe(expected)
})

it('reads the plus sign back that a query turned into a space', () => {
  expect(emailInQuery(' ann x@shop.test ')).toBe('ann+x@shop.test')
})
