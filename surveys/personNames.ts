/** Matches any of these words within a name, with a number behind it or not. */
export const somewhere = (words: string) => new RegExp(`(?:^| )(?:${words})\\d*(?= |$)`, 'u')
const exactly = (words: string) => new RegExp(`^(?:${words})$`, 'u')

const PERSON =
  '(?:customer|client|person|user|contact|respondent|billing|shipping|my|your|zakaznik|klient|kunden?)'

/** Words for a person's address and names, in the product's languages and some more. */
export const PERSON_NAMES = {
  email: somewhere(
    'e ?mails?|mail ?address|e ?mail ?adress?e?|mejl|correo|courriel|אימייל|דואל|דוא ל',
  ),
  firstName: somewhere(
    'first ?names?|fname|given ?names?|forename|vornamen?|krestni ?jmeno|krstne ?meno|imie|imiona|prenom|voornaam|fornavn|fornamn|etunimi|שם פרטי|פרטי',
  ),
  lastName: somewhere(
    'last ?names?|lname|surnames?|family ?names?|second ?name|maiden ?name|prijmeni|priezvisko|nazwisko|nachnamen?|familiennamen?|zuname|apellidos?|cognome|achternaam|efternavn|etternavn|efternamn|sukunimi|nom de famille|שם משפחה|משפחה',
  ),
  name: exactly(
    `name|nom|nome|naam|navn|namn|nimi|nume|ime|nombre|jmeno|meno|cele ?jmeno|cele ?meno|jmeno a prijmeni|meno a priezvisko|imie i nazwisko|vor ?und ?nachname|full ?name|${PERSON} ?(?:full ?)?(?:name|jmeno|meno)|שם|שם מלא|שם לקוח|שם הלקוח`,
  ),
}
