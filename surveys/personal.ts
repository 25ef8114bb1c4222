import { wordsOf, isAboutStaff } from './importing/headers.ts'
import { isEmailAddress } from './person.ts'
import { PERSON_NAMES, somewhere } from './personNames.ts'

// What links and files say beside a survey's answers becomes properties, which viewers read. Whatever is
// about the person who answers must not: docs/privacy.md.

/**
 * What a link's parameter or a file's column is: of the customer, for leads alone, of nobody's use, or a
 * property to group by.
 */
export type Subject =
  'email' | 'name' | 'firstName' | 'lastName' | 'personal' | 'tracking' | 'property'

/**
 * Tells what is about the person who answers, by its name in the product's languages and the
 * commonest others, or by its value.
 * @param value one of its values; left out where only the name is known
 */
export function subjectOf(name: string, value = ''): Subject {
  if (TRACKING.test(name)) return 'tracking'
  const words = wordsOf(name)
  const isStaff = isAboutStaff(name) || STAFF.test(words)
  if (!isStaff && !THING.test(words)) {
    const own = (['email', 'firstName', 'lastName', 'name'] as const).find((subject) =>
      PERSON_NAMES[subject].test(words),
    )
    if (own === 'email' && value !== '') return isEmailAddress(value) ? 'email' : 'personal'
    if (own) return own
    if (PRIVATE.test(words)) return 'personal'
    if (NUMBERED.test(words) && digitsIn(value) >= 5) return 'personal'
  }
  if (isPhone(value) || isIban(value) || (!isStaff && holdsEmail(value))) return 'personal'
  return 'property'
}

/** Ids with which advertisers and mail senders follow a person; campaigns (`utm_source` …) are not among them. */
const TRACKING =
  /^(?:[a-z_]*clid|msclkid|gclsrc|gad_\w+|[gw]braid|_g[al]\w*|_hs\w*|__hs\w*|hsctatracking|mc_[ce]id|mkt_tok|utm_id|igshi?d?|li_fat_id|epik|_openstat|vero_\w+|wickedid|oly_\w+|srsltid|irclickid|click_?id|cjevent|sccid|_k[ex]|trk\w*|ml_subscriber\w*|dm_i|elq\w*|et_rid|bsft_\w+|ck_subscriber_id|sfmc_\w+|fb_\w*id\w*|tblci|obclid)$/i

const PRIVATE = somewhere(
  [
    'phones?|phone ?(?:no|nr|number)|tele ?phone|telefon\\w*|tel|cell ?phone|gsm|whats ?app|טלפון|נייד|פלאפון',
    'address(?:es)?|addr|adres[ay]?|adresse|anschrift|wohnort|street|stra(?:ss|ß)e|str|ulice|ulica|house ?(?:no|nr|number)|hausnummer|cislo popisne|cislo domu|zip|zip ?code|postal ?code|post ?code|psc|plz|postleitzahl|kod pocztowy|direccion|indirizzo|adresa|כתובת|רחוב|מיקוד',
    'birth ?dates?|date of birth|birth ?days?|dob|born|geburts\\w*|datum narozeni|narozeni|narozen|narodeni\\w*|datum narodenia|data urodzenia|urodzenia|תאריך לידה|לידה',
    'rodne ?cislo|pesel|ssn|social security|passport|reisepass|national id|personal id|personalausweis|cislo op|obciansky preukaz|dowod osobisty|nr dowodu|תעודת זהות',
    'iban|bic|swift|bank ?account|account ?(?:no|nr|number)|cislo uctu|konto ?nummer|bankkonto|numer konta|card ?(?:no|nr|number)|cislo karty|kartennummer|חשבון בנק',
    'ip|ip ?addr(?:ess)?|user ?agent|login|nick|nick ?name|signature',
  ].join('|'),
)

/** Names that are a person's only with a number: `mobile=+49…`, and not `mobile=yes`. */
const NUMBERED = somewhere(
  'mobile|mobil|mobilni|mobilny|handy|cell|fax|komorka|viber|kontakt|contact',
)

/** What is said of a thing and not of the person. */
const THING =
  / (?:type|model|os|brand|kind|status|count|quality|verified|support|channel|template|campaign)$/u

const STAFF = somewhere(
  'sellers?|sales ?rep|salesperson|consultant|advisor|employee|technician|prodejce|predajca|poradce|poradca|sprzedawca|doradca|verkaufer|berater|mitarbeiter|נציג|סוכן',
)

const digitsIn = (text: string) => text.replaceAll(/\D/g, '').length

const PHONE =
  /^(?:\+|00(?=[1-9]))[\d\s()./-]+$|^\(?0\d{1,4}\)?[\s/-][\d\s/-]+$|^\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{3,4}$/

function isPhone(value: string): boolean {
  const digits = digitsIn(value)
  return digits >= 6 && digits <= 15 && (digits >= 8 || value.startsWith('+')) && PHONE.test(value)
}

function holdsEmail(value: string): boolean {
  return value.includes('@') && value.split(/[\s,;<>()"]+/).some(isEmailAddress)
}

/** ISO 13616: the letters count from 10 on, and the whole is 1 modulo 97. */
function isIban(value: string): boolean {
  const text = value.replaceAll(' ', '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false
  const digits = [...(text.slice(4) + text.slice(0, 4))].map((each) => parseInt(each, 36)).join('')
  return BigInt(digits) % 97n === 1n
}
