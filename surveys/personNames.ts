// Names of columns and link parameters for customers, responses and personal data, in English, Czech, Slovak,
// Polish, German and Hebrew, in the form returned by `wordsOf`: lower case, no diacritics, separated by spaces.

/** Matches names that contain one of the words. */
export const somewhere = (words: string) => new RegExp(`(?:^| )(?:${words})(?= |$)`, 'u')
/** Matches names that contain one of the words, optionally with a number: `phone2`. */
export const numbered = (words: string) => somewhere(`(?:${words})\\d*`)
/** Matches names that consist of one of the words. */
export const exactly = (words: string) => new RegExp(`^(?:${words})$`, 'u')
const oneOf = (...words: string[]) => `(?:${words.join('|')})`

/** Words for a customer that may also be a whole name: `client`, `Kunde`. */
const CUSTOMER_ALONE = oneOf(
  'customers?|clients?|persons?|users?|contacts?|guests?|patients?|respondents?|requesters?|reviewers?',
  'buyers?|shoppers?|purchasers?|passengers?|subscribers?|recipients?|submitters?|callers?|consumers?',
  'zakaznik|zakaznice|zakaznicka|klient|klientka|uzivatel|pouzivatel|kontakt|pacient|pacientka|odberatel|kupujici|kupujuci',
  'uzytkownik|pacjent|pacjentka|gosc|kontrahent|nabywca|odbiorca',
  'kunden?|kundin|benutzer|nutzer|patientin|gast|kaufer|kaeufer|besteller|auftraggeber|mandant|teilnehmer',
  'ה?לקוחה?|ה?משתמש|ה?אורח|ה?מטופל|ה?נשאל|ה?משיב',
)

/** Also words that mean something else on their own: `member: yes`, `host`. */
export const CUSTOMER = oneOf(
  CUSTOMER_ALONE,
  'cust|members?|visitors?|participants?|attendees?|billing|shipping|my|your',
  'zakaznika|zakaznicky|klienta|klientky|uzivatele|pouzivatela|kontaktu|pacienta|hosta|clena|odberatele|odberatela|respondenta|ucastnika|kupujiciho|kupujuceho',
  'uzytkownika|pacjenta|goscia|czlonka|nabywcy|odbiorcy|kontrahenta|uczestnika',
  'kunden|klienten|patienten|gastes|gaeste|mitglied|mitglieds|kaufers|teilnehmers|benutzers|nutzers|mandanten',
)

const ID = oneOf(
  'id|uuid|guid|uid|key|code|ref|reference|identifier|identifikator|identyfikator|kod|kennung|schlussel|schluessel|kennzeichen|מזהה|קוד',
)
const NUMBER = oneOf('#|no|num|nr|number|cislo|c|numer|nummer|מספר|מס')
/** Words whose "number" is a phone number. */
const CONTACT = '(?:contacts?|kontakt\\p{L}*)'
const OF = '(?:of the|of|des|der|vom)'

const CUSTOMER_ID = exactly(
  [
    `(?:external ?|crm ?)?${CUSTOMER} ?(?:external ?|ext ?|crm ?)?${ID}`,
    `(?!${CONTACT})${CUSTOMER} ?${NUMBER}`,
    `${ID} ?(?:${OF} )?${CUSTOMER}`,
    `${NUMBER} ?(?:${OF} )?(?!${CONTACT})${CUSTOMER}`,
    'external ?(?:id|no|nr|number|nummer|cislo|data ?reference|reference|ref|customer)|(?:crm|uid|cid) ?id|uid|cust(?:id|no)',
    '(?:zakaznicke|klientske|clenske) ?(?:cislo|id)|(?:zakaznicky|klientsky|clensky) ?kod|zak c|c zak',
    'kd ?n(?:r|ummer)|kdnr|debitor(?:en)? ?(?:nr|nummer|no|id)?|membership ?(?:id|no|nr|number)|mitglieds ?(?:nr|nummer)',
  ].join('|'),
)

const RESPONSE = oneOf(
  'responses?|answers?|feedback|survey ?responses?|submissions?|ratings?|reviews?|reply|replies|completion|interview',
  'odpoved|odpovedi|odpovede|hodnoceni|hodnotenia|hodnotenie|zpetne ?vazby|spatnej ?vazby|vyplneni|vyplnenia',
  'odpowiedz|odpowiedzi|oceny|opinii|zgloszenia|wypelnienia',
  'antwort|antworten|bewertung|bewertungs|ruckmeldung|ruckmeldungs|rueckmeldung|rueckmeldungs|einsendung|einsende|rezension|rezensions',
  'ה?תשובה|ה?תגובה|ה?משוב|ה?מענה|ה?דירוג',
)
const ANY_ID = 'id|uuid|guid|identifier|identifikator|identyfikator|kennung|מזהה'
/** Not "response number", which counts from 1 in every file. */
export const RESPONSE_ID = exactly(
  `(?:id )?${RESPONSE} ?(?:${ANY_ID})|(?:${ANY_ID}) ?(?:${OF} )?${RESPONSE}`,
)
const ROW_ID = exactly(`${ANY_ID}|respondents? ?(?:${ANY_ID})|(?:${ANY_ID}) ?respondenta`)

const NAME = oneOf(
  'full ?names?|display ?name|contact ?name|names?|cele ?jmeno|jmeno ?a? ?prijmeni|prijmeni ?a? ?jmeno|jmeno|cele ?meno|meno ?a? ?priezvisko|priezvisko ?a? ?meno|meno|nazev|nazov',
  'imie ?i? ?nazwisko|nazwisko ?i? ?imie|imie|nazwa|vor ?und ?nachname|vor ?und ?zuname|vollstandiger ?name|שם ?מלא|שם ?פרטי ?ו?משפחה|שם',
)
const CONTACT_PERSON = oneOf(
  'contact ?person(?: ?(?:full ?)?name)?|person ?to ?contact|point ?of ?contact|kontaktni ?osob[ay]|kontaktna ?osoba|kontaktnej ?osoby|osoba ?(?:kontaktowa|do ?kontaktu|kontaktu)|osoby ?kontaktowej',
  'ansprech ?partner(?:in|s)?|kontakt ?person|ה?איש ?ה?קשר|אשת ?ה?קשר',
)

/** Names of a person's details and of ids. */
export const PERSON_NAMES = {
  customerId: CUSTOMER_ID,
  /** A word for a customer alone; the content may be an id, a name or something else. */
  customer: exactly(CUSTOMER_ALONE),
  /** An id of a response, a row or a respondent, of whom many tools create one per response. */
  responseId: new RegExp(`${RESPONSE_ID.source}|${ROW_ID.source}`, 'u'),
  email: new RegExp(
    [
      numbered(
        'e ?mails?|mail ?address|e ?mail ?adres\\p{L}*|mailadres\\p{L}*|mejl|mejla|correo|courriel|אימייל|האימייל|דואל|דוא ל|מייל',
      ),
      exactly(`mail|mailem|(?:${CUSTOMER} )?mails?|mail (?:${OF} )?${CUSTOMER}`),
    ]
      .map(({ source }) => source)
      .join('|'),
    'u',
  ),
  name: exactly(
    [
      'nom|nome|naam|navn|namn|nimi|nume|ime|nombre|who',
      `(?!imie$)${NAME}`,
      `${CUSTOMER} ?(?:full ?|display ?|contact ?)?${NAME}`,
      `${NAME} ?(?:${OF} )?${CUSTOMER}`,
      `(?:${NAME} ?(?:${OF} )?)?${CONTACT_PERSON}(?: ?${NAME})?`,
      'username|user ?name',
    ].join('|'),
  ),
  firstName: numbered(
    'first ?names?|fname|given ?names?|forename|vornamen?|rufname|krestni ?jmeno|krstne ?meno|imie|imiona|prenom|voornaam|fornavn|fornamn|etunimi|שם פרטי|פרטי',
  ),
  lastName: numbered(
    'last ?names?|lname|surnames?|family ?names?|second ?name|maiden ?name|prijmeni|priezvisko|nazwisko|nachnamen?|familiennamen?|zuname|apellidos?|cognome|achternaam|efternavn|etternavn|efternamn|sukunimi|nom de famille|שם משפחה|משפחה',
  ),
}

/** Other personal data, such as phone numbers, addresses and birth dates. */
export const PRIVATE = numbered(
  [
    'phones?|phone ?(?:no|nr|num|number)|tele ?phone|telefon\\p{L}*|tel|tel ?(?:no|nr|cislo)|cell ?phone|landline|gsm|whats ?app|mobile ?(?:phone|no|nr|num|number)|contact ?(?:no|nr|num|number|details?)|fax ?(?:no|nr|number)',
    'mobilni ?(?:cislo|telefon)|mobilne ?cislo|cislo ?mobilu|kontaktni ?(?:udaje|cislo)|kontaktne ?(?:udaje|cislo)|numer ?(?:kontaktowy|komorki)|dane ?kontaktowe|rufnummer|handy ?(?:nr|nummer)|mobil ?(?:nr|nummer)|kontakt ?(?:nr|nummer|daten)|festnetz\\p{L}*',
    'ה?טלפון|ה?נייד|פלאפון|סלולרי|סלולארי|טל',
    'address(?:es)?|addr|address ?line|adres[ay]?|\\p{L}*adresse|adresou|\\p{L}*anschrift|wohnort|street|streets?|street ?(?:name|no|number|address)|\\p{L}*stra(?:ss|ß)e|str|ulice|ulica|ulicy|house ?(?:no|nr|number)|haus ?(?:nr|nummer)|cislo ?popisne|cislo ?domu|nr ?domu|nr ?mieszkania',
    'bydliste|bydlisko|trvaly ?pobyt|zamieszkani[ae]|zip|zip ?code|postal ?code|post ?code|psc|plz|postleitzahl|kod ?pocztowy|direccion|indirizzo|adresa|ה?כתובת|רחוב|מיקוד',
    'birth ?dates?|birth ?year|year of birth|date ?of ?birth|birth ?days?|dob|born|geburts\\p{L}*|geb ?datum|geboren|datum ?narozeni|narozeni|narozeniny|narozen|narodeni\\p{L}*|datum ?narodenia|data ?urodzenia|data ?ur|urodzenia|urodziny|תאריך ?לידה|לידה|יום ?הולדת',
    'rodne ?cislo|pesel|ssn|social ?security|sozialversicherungs\\p{L}*|steuer ?(?:id|nummer)|passport|reisepass|paszport\\p{L}*|cislo ?pasu|national ?id|personal ?id|personalausweis|cislo ?op|obcansk\\p{L}+ ?prukaz\\p{L}*|obcianskeho ?preukazu|obciansky ?preukaz|dowod ?osobisty|dowodu ?osobistego|nr ?dowodu|תעודת ?זהות|ת ז|תז|ה?דרכון',
    'iban|bic|swift|bank ?account|account ?(?:no|nr|number)|cislo ?uctu|konto ?(?:nummer|nr)|bankkonto|numer ?konta|nr ?konta|card ?(?:no|nr|number)|credit ?card|cislo ?karty|karten ?nummer|numer ?karty|חשבון בנק|כרטיס אשראי',
    'user ?agent|login|nick|nick ?name|signature|latitude|longitude|gps',
  ].join('|'),
)

/** An IP address, also nested: `metadata.ip`, `Client IP`, `IP adresa`. */
export const NETWORK = new RegExp(
  '(?:^| )(?:ip(?: ?v ?[46])?(?: ?(?:addr(?:ess)?|adresa|adresy|adres|adresse|hash))?|remote ?addr(?:ess)?|x forwarded for|(?:adresa|adres|adresy|כתובת) ip)$',
  'u',
)

/** The company's staff, whose names and addresses are not customers'. */
export const STAFF = numbered(
  [
    'agents?|assignee|owner|manager|team|staff|operators?|sellers?|sales ?rep|sales ?person|salesperson|consultant|advisor|adviser|employees?|technicians?|cashier|driver|courier',
    'prodejce|predajca|poradce|poradca|resitel|riesitel|operatora|zamestnan\\p{L}+|technik|technika|pracovnik|pracovnika|ridic|kuryr|kurier|vodic',
    'sprzedawca|sprzedawcy|doradca|doradcy|konsultant|konsultanta|pracownik|pracownika|opiekun|opiekuna|kierowca|agenta',
    'verkaufer|verkaeufer|berater|mitarbeiter|bearbeiter|sachbearbeiter|betreuer|techniker|fahrer',
    'ה?נציג|ה?סוכן|ה?עובד|ה?מוכר|ה?טכנאי|ה?יועץ',
  ].join('|'),
)
