import { expect, it } from 'vitest'
import { maskPersonal } from '../../../surveys/masking/masking.ts'
import { searchWords } from '../../../surveys/search/searchWords.ts'

it.each([
  // Czech
  ['Volejte 777 123 456, prosím', 'Volejte •••, prosím'],
  ['Moje číslo je +420777123456.', 'Moje číslo je •••.'],
  ['Od 17.30 jsem na 602111222!', 'Od 17.30 jsem na •••!'],
  ['Objednávka 123 a tel. 224 123 456', 'Objednávka 123 a tel. •••'],
  ['Bydlím Dlouhá 12, 110 00 Praha 1 a nic', '••• a nic'],
  ['Pošlete to na ulici Na Příkopě 12/3, Praha', 'Pošlete to na •••'],
  ['Vraťte na CZ65 0800 0000 1920 0014 5399 prosím', 'Vraťte na ••• prosím'],
  // Slovak
  ['zavolajte na 0903 123 456', 'zavolajte na •••'],
  ['pevná linka 02/1234 5678', 'pevná linka •••'],
  ['IBAN SK3112000000198742637541', 'IBAN •••'],
  ['býva na námestie Slobody 5, 811 06 Bratislava', 'býva na •••'],
  // Polish
  ['proszę dzwonić 512 345 678', 'proszę dzwonić •••'],
  ['mój numer to 601234567', 'mój numer to •••'],
  ['biuro (22) 123 45 67 rano', 'biuro ••• rano'],
  ['ul. Marszałkowska 5/7, 00-950 Warszawa', '•••'],
  ['konto 61 1090 1014 0000 0712 1981 2874', 'konto •••'],
  // German
  ['Rufen Sie mich unter 0171 1234567 an', 'Rufen Sie mich unter ••• an'],
  ['Tel.: 089/1234567', 'Tel.: •••'],
  ['Ich wohne Hauptstraße 5a, 80331 München.', 'Ich wohne •••.'],
  ['Lange Straße 12 war zu', '••• war zu'],
  ['Konto de89 3704 0044 0532 0130 00, danke', 'Konto •••, danke'],
  // English
  ['Call me on (555) 123-4567 or 020 7946 0958', 'Call me on ••• or •••'],
  ['I live at 10 Downing Street, London SW1A 2AA', 'I live at •••'],
  ['write to Ann.Lee+x@mail.example.co.uk.', 'write to •••.'],
  ['ann (at) example (dot) com', '•••'],
  ['My card 4111 1111 1111 1111 was charged', 'My card ••• was charged'],
  // Hebrew
  ['תתקשרו אליי 050-123-4567', 'תתקשרו אליי •••'],
  ['אני גר ברחוב הרצל 12 בחיפה', 'אני גר ב••• בחיפה'],
  ['הבית: 03-1234567', 'הבית: •••'],
])('masks what identifies a person in %j', (text, masked) => {
  expect(maskPersonal(text)).toBe(masked)
})

it.each([
  'Objednávka č. 777123456 nepřišla',
  'Order no. 601 234 567 never came',
  'Bestellnummer 0171123456, Rechnung Nr. 0891234567',
  'zamówienie nr 512345678',
  'הזמנה מספר 0501234567',
  'Order #777123456, ticket 2024-001234, ORD-777123456, A-472',
  'It was 234 567 890 Kč, then 12 000 000 zł and € 222.333.444',
  'Zaplatil jsem 1 234 567,50 Kč za iPhone 12, 12000 Kč',
  'On 01.02.2026 12:30, 2026-11-22 and 22. 11. 2026 nothing',
  'Opening hours 08.00-16.00, case 0123/2024',
  'Lange Straße, kein Parkplatz 12, Sitzplatz 5',
  'Waited 45 minutes, 3 times, 10 of 10, version 1.2.3.4',
  'Thanks @acme, 5 @ 20 each',
  'ab12 this is only some text that goes on',
])('leaves %j as it is', (text) => {
  expect(maskPersonal(text)).toBe(text)
})

it('lets viewers search for exactly the words that they read', () => {
  const text = 'Late. Call 777 123 456 about order 888 111, ann.lee@example.com'
  const words = searchWords({ surveyId: 's', texts: [text], personal: [], notes: [] })!
    .trim()
    .split(' ')
  expect(words.filter((word) => /^[\p{L}\p{N}]/u.test(word))).toEqual(
    'late call about order 888 111'.split(' '),
  )
})

it('masks a long comment of digits and capitals without delay', () => {
  for (const part of ['0 ', 'A1 ', 'Ulice Aa ', '12-', 'a.', '+1 ('])
    expect(maskPersonal(part.repeat(2_500)).length).toBeGreaterThan(0)
})
