import { describe, expect, it } from 'vitest'
import { rolesOf } from '../../support/mapping.ts'

/** Splits comma-separated lists of names. */
const names = (...lists: string[]) => lists.flatMap((list) => list.split(', '))

describe('a column that is named only after customers', () => {
  it.each([
    ['Client', 'Acme', 'Acme', 'property client'],
    ['Contact', 'Phone call', 'Phone call', 'property contact'],
    ['User', 'Premium', 'Premium', 'property user'],
    ['Klient', 'Alza', 'Alza', 'property klient'],
    ['Client', 'K-1', 'K-2', 'customerId'],
    ['Kunde', '1001', '1002', 'customerId'],
    ['zákazník', 'Jan Novák', 'Eva Malá', 'personal'],
    ['לקוח', '17', '18', 'customerId'],
  ])('%s (%s, %s), beside names and addresses, is %s', (column, first, second, role) => {
    const roles = rolesOf(`Name | Email | ${column} | Score | Date
      Ann Lee | ann@acme.test | ${first} | 9 | 2024-05-13
      Bob Ray | bob@acme.test | ${second} | 2 | 2024-05-14`)
    expect(roles).toMatchObject({ Name: 'name', Email: 'email', [column]: role })
  })

  it('is a name where it holds names, and an id where it holds numbers', () => {
    expect(
      rolesOf(`Zákazník | Klient | Score | Date
        Jan Novák | K-1 | 9 | 2024-05-13
        Eva Malá | K-2 | 2 | 2024-05-14`),
    ).toMatchObject({ Zákazník: 'name', Klient: 'customerId' })
    expect(
      rolesOf(`Customer | Client | Score | Date
        K-1 | Acme | 9 | 2024-05-13
        K-2 | Acme | 2 | 2024-05-14`),
    ).toMatchObject({ Customer: 'customerId', Client: 'property client' })
  })

  it('is for leads only if it may reveal who answered', () => {
    expect(
      rolesOf(`Kunde | Score | Date
        Meier | 9 | 2024-05-13
        Huber | 2 | 2024-05-14`),
    ).toMatchObject({ Kunde: 'personal' })
  })
})

describe('a column of the company’s ids for its customers', () => {
  it.each(
    names(
      'Customer #, Customer No., CustomerID, customer_id, clientId, Cust ID, User ID',
      'Contact ID, Customer Reference, customer.external_id, External ID, CRM ID',
      'ID zákazníka, Číslo zákazníka, č. zákazníka, cislo_zakaznika, idZakaznika',
      'Zákaznické číslo, ID klienta, Číslo klienta, Kód zákazníka, ID používateľa',
      'Nr klienta, Numer klienta, Identyfikator klienta, Kod klienta, ID użytkownika',
      'Kundennummer, Kunden-Nr., KundenNr, Kunden-ID, Kd.-Nr., Mitgliedsnummer',
      'מספר לקוח, מזהה לקוח, מזהה הלקוח, קוד לקוח, מס׳ לקוח',
    ),
  )('%s', (name) => {
    expect(
      rolesOf(`${name} | Score | Date
        K-1001 | 9 | 2024-05-13
        K-1002 | 2 | 2024-05-14`),
    ).toMatchObject({ [name]: 'customerId' })
  })
})

describe('a column of responses’ ids', () => {
  it.each(
    names(
      'Response ID, ResponseId, response_uuid, Answer ID, Submission ID, Review ID',
      'ID odpovědi, id_odpovedi, ID hodnocení, Identifikátor odpovědi, ID odpovede',
      'ID odpowiedzi, Identyfikator odpowiedzi, ID oceny',
      'ID der Antwort, Antwort-ID, AntwortID, Bewertungs-ID, Rueckmeldungs-ID',
      'מזהה תשובה, מזהה תגובה, מזהה משוב, מזהה התשובה',
    ),
  )('%s', (name) => {
    expect(
      rolesOf(`${name} | Score | Date
        a1 | 9 | 2024-05-13
        a2 | 2 | 2024-05-14`),
    ).toMatchObject({ [name]: 'responseId' })
  })

  it('is preferred to one of respondents, in any order', () => {
    expect(
      rolesOf(`Respondent UUID | Response UUID | Score | Date
        p1 | a1 | 9 | 2024-05-13
        p2 | a2 | 2 | 2024-05-14`),
    ).toMatchObject({ 'Respondent UUID': 'customerId', 'Response UUID': 'responseId' })
  })
})

it.each(
  names(
    'Jméno klienta, nazwa_klienta, Imię i nazwisko klienta, Meno zákazníka, Kundenname',
    'Kontaktní osoba, Kontaktná osoba, Osoba kontaktowa, Ansprechpartner, Contact Person',
    'Name des Kunden, customerName, Guest name, שם הלקוח, איש קשר',
  ),
)('takes %s for the customer’s name', (name) => {
  expect(
    rolesOf(`${name} | Score | Date
      Jan Novák | 9 | 2024-05-13
      Eva Malá | 2 | 2024-05-14`),
  ).toMatchObject({ [name]: 'name' })
})

it.each([
  'IPAddress',
  'IP Address',
  'ipAddress',
  'Client IP',
  'metadata.ip',
  'IP adresa',
  'כתובת IP',
])('stores no IP addresses: %s', (name) => {
  expect(
    rolesOf(`${name} | Score | Date
        203.0.113.9 | 9 | 2024-05-13
        203.0.113.9 | 2 | 2024-05-14`),
  ).toMatchObject({ [name]: 'ignored' })
})

it('stores no IP addresses, whatever their column is called', () => {
  expect(
    rolesOf(`origin | firmware | Score | Date
      203.0.113.9 | 1.2.3.4 | 9 | 2024-05-13
      2001:db8::1 | 1.2.3.4 | 2 | 2024-05-14`),
  ).toMatchObject({ origin: 'ignored', firmware: 'property firmware' })
})

it('takes addresses for the customers’ where some cells say "anonymous"', () => {
  expect(
    rolesOf(`Email | Score | Date
      anonymous | 9 | 2024-05-13
      ann@acme.test | 2 | 2024-05-14
      anonymous | 2 | 2024-05-14`),
  ).toMatchObject({ Email: 'email' })
})

describe('properties whose names shorten to the same', () => {
  it('are numbered', () => {
    expect(
      rolesOf(`Kanal | kanal | KANAL | Score | Date
        a | b | c | 9 | 2024-05-13
        a | b | c | 2 | 2024-05-14`),
    ).toMatchObject({
      Kanal: 'property kanal',
      kanal: 'property kanal_2',
      KANAL: 'property kanal_3',
    })
  })

  it('are numbered beyond 60 characters, too, and where they were chosen', () => {
    const names = ['Staff', 'Parking', 'Food', 'Prices'].map(
      (choice) => `${'long '.repeat(13)}${choice}`,
    )
    const table = `${names.join(' | ')} | Score | Date
      ${names.map((_, index) => `v${index}`).join(' | ')} | 9 | 2024-05-13`
    const wished = { columns: Object.fromEntries(names.map((name) => [name, 'property'])) }
    for (const overrides of [{}, wished]) {
      const roles = names.map((name) => rolesOf(table, overrides)[name])
      expect(new Set(roles).size).toBe(4)
      for (const role of roles) expect(role!.length).toBeLessThanOrEqual('property '.length + 60)
    }
  })
})
