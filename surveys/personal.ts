import { isAboutStaff, wordsOf } from './importing/headers.ts'
import { isEmailAddress } from './person.ts'
import { NETWORK, PERSON_NAMES, PRIVATE, numbered } from './personNames.ts'

// Parameters of links and columns of files become properties, which viewers can read. Personal data must
// not: see docs/privacy.md.

/**
 * What a link's parameter or a file's column contains: a part of the customer record, other personal
 * data, a tracking id, or a property to group by.
 */
export type Subject =
  'customerId' | 'email' | 'name' | 'firstName' | 'lastName' | 'personal' | 'tracking' | 'property'

/**
 * Classifies a parameter or column by its name, in the product's languages and other common ones, and by
 * its value.
 * @param value one of its values; omitted if only the name is known
 */
export function subjectOf(name: string, value = ''): Subject {
  if (TRACKING.test(name)) return 'tracking'
  const words = wordsOf(name)
  const isStaff = isAboutStaff(name)
  if (!isStaff && !THING.test(words)) {
    const own = OWN.find((subject) => PERSON_NAMES[subject].test(words))
    if (own === 'email' && value !== '') return isEmailAddress(value) ? 'email' : 'personal'
    if (own) return own
    if (PRIVATE.test(words) || NETWORK.test(words)) return 'personal'
    if (NUMBERED.test(words) && digitsIn(value) >= 5) return 'personal'
    if (PERSON_NAMES.customer.test(words) && !YES_OR_NO.test(value)) return 'personal'
  }
  return holdsPerson(value, isStaff) ? 'personal' : 'property'
}

/** In order of precedence, since words for a full name contain those for first and last names. */
const OWN = ['email', 'name', 'firstName', 'lastName', 'customerId'] as const

/** Whether a parameter or a column is an IP address, by its name or by its value. */
export function isNetworkAddress(name: string, value: string): boolean {
  return (
    NETWORK.test(wordsOf(name)) || (isIp(value) && !/version|release|build|firmware/i.test(name))
  )
}

/** Ids with which advertisers and email tools track a person; campaigns (`utm_source` …) are not included. */
const TRACKING =
  /^(?:[a-z_]*clid|msclkid|gclsrc|gad_\w+|[gw]braid|_g[al]\w*|_hs\w*|__hs\w*|hsctatracking|mc_[ce]id|mkt_tok|utm_id|igshi?d?|li_fat_id|epik|_openstat|vero_\w+|wickedid|oly_\w+|srsltid|[a-z_]*click_?id|rdt_cid|s_kwcid|_branch_\w+|_?fb[pc]|awc|sscid|tduid|mibextid|ga_client_id|nb_klid|utm_klaviyo_id|cjevent|sccid|_k[ex]|trk\w*|ml_subscriber\w*|dm_i|elq\w*|et_rid|bsft_\w+|ck_subscriber_id|sfmc_\w+|fb_\w*id\w*|tblci|obclid)$/i

/** Names that are personal only with a number: `mobile=+49…`, but not `mobile=yes`. */
const NUMBERED = numbered('mobile|mobil|mobilni|mobilny|handy|cell|fax|komorka|viber')

/** `guest=yes` is a kind of customer, `guest=Ann` an individual. */
const YES_OR_NO = /^(?:yes|no|true|false|ano|ne|ja|nein|tak|nie|כן|לא)$/i

/** Endings of names that describe a thing rather than a person. */
const THING =
  / (?:type|model|os|brand|kind|status|count|quality|verified|support|channel|template|campaign)$/u

/** Whether a value contains personal data, whatever its name. */
function holdsPerson(value: string, isStaff: boolean): boolean {
  return (
    isPhone(value) ||
    isIban(value) ||
    isCard(value) ||
    INTERNATIONAL_PHONE.test(value) ||
    (!isStaff && holdsEmail(value))
  )
}

const digitsIn = (text: string) => text.replaceAll(/\D/g, '').length

const PHONE =
  /^(?:\+|00(?=[1-9]))[\d\s()./-]+$|^\(?0\d{1,4}\)?[\s/-][\d\s/-]+$|^\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{3,4}$/

function isPhone(value: string): boolean {
  const digits = digitsIn(value)
  return digits >= 6 && digits <= 15 && (digits >= 8 || value.startsWith('+')) && PHONE.test(value)
}

/** A phone number with a country code within other text: `tel:+420777123456`. */
const INTERNATIONAL_PHONE = /(?<![\p{L}\p{N}])\+[1-9](?:[\s()./-]{0,2}\d){8,13}(?!\d)/u

function holdsEmail(value: string): boolean {
  const text = value.replaceAll(/%40/g, '@')
  return text.includes('@') && text.split(/[^\p{L}\p{M}\p{N}.!*+@_~-]+/u).some(isEmailAddress)
}

/** Whether a value is a payment card's number (ISO/IEC 7812): an issuer's prefix and Luhn's checksum. */
export function isCard(value: string): boolean {
  const digits = value.replaceAll(/[ -]/g, '')
  if (
    !/^(?:4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|6(?:011|4|5)\d{12,13}|3[47]\d{13}|3[068]\d{12})$/.test(
      digits,
    )
  )
    return false
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const worth = Number(digit) * (index % 2 ? 2 : 1)
    return total + (worth > 9 ? worth - 9 : worth)
  }, 0)
  return sum % 10 === 0
}

/** Whether a value is an IPv4 or IPv6 address, optionally with a port or prefix length. */
function isIp(value: string): boolean {
  const plain = value.trim().replace(/^\[(.*)\](?::\d+)?$|\/\d{1,3}$/, '$1')
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?::\d{1,5})?$/.exec(plain)
  if (four) return four.slice(1).every((part) => Number(part) <= 255)
  const groups = plain.split(':').length
  return (
    /^[\da-f:]*:[\da-f:]*(?:\d{1,3}(?:\.\d{1,3}){3})?$/i.test(plain) &&
    (groups === 8 || (plain.includes('::') && groups <= 9)) &&
    /[\da-f]/i.test(plain)
  )
}

/** Whether a value is an IBAN (ISO 13616): with letters as 10 to 35, the number is 1 modulo 97. */
export function isIban(value: string): boolean {
  const text = value.replaceAll(' ', '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false
  const digits = [...(text.slice(4) + text.slice(0, 4))].map((each) => parseInt(each, 36)).join('')
  return BigInt(digits) % 97n === 1n
}
