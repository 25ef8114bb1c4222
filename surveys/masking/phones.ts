// Telephone numbers within text, by the shapes in which people of the product's countries write them, and by
// the words around them.

const GAP = String.raw`[ \u00a0\u202f.\/()\u2010-\u2013-]`
const START = String.raw`(?<![\p{L}\p{N}#+]|[\p{L}\p{N}][-_\/.])`
const END = String.raw`(?![\p{L}\p{N}]|[.,]\d)`

/** Numbers that are a telephone's wherever they stand. */
const INTERNATIONAL = new RegExp(
  String.raw`(?<![\p{L}\p{N}+])(?:\+ ?[1-9](?:${GAP}{0,3}\d){7,13}|00[1-9](?:${GAP}{0,3}\d){9,13})${END}`,
  'gu',
)

/** Numbers that are a telephone's unless they are a price, a date or the number of an order. */
const NATIONAL = new RegExp(
  START +
    `(?:${[
      // 0171 1234567, 089/123456, 0903 123 456, 050-123-4567, (020) 7946 0958
      String.raw`\(?0[1-9](?:${GAP}{0,2}\d){6,10}`,
      // 777 123 456, 512-345-678
      String.raw`[2-9]\d{2}([ \u00a0.-])\d{3}\1\d{3}`,
      // 777 12 34 56
      String.raw`[67]\d{2}(?: \d{2}){3}`,
      // (22) 123 45 67
      String.raw`\(?[1-9]\d\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}`,
      // (555) 123-4567
      String.raw`\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}`,
      // Czech and Polish mobiles in one piece
      String.raw`[67]\d{8}|(?:45|5[0137]|88)\d{7}`,
    ].join('|')})${END}`,
  'gu',
)

const PHONE_WORD = String.raw`(?<!\p{L})(?:tel|telef[oó]n\p{L}*|mob|mobil\p{L}*|phone|cell|call|ring me|sms|whatsapp|(?:za)?volejte|(?:za)?volajte|handy\p{L}*|ruf\p{L}*|anruf\p{L}*|(?:za|od)?dzwo\p{L}*|kom[oó]rk\p{L}*|ב?טלפון|ב?נייד|ל?פלאפון|תתקשרו)`

/** A number of any shape after such a word: tel. 22 412 34 56. */
const AFTER_WORD = new RegExp(
  String.raw`(${PHONE_WORD}[^\d\n,;]{0,20}?)(?<!\d)(\(?\d(?:${GAP}{0,2}\d){6,12})${END}`,
  'giu',
)

const ORDER_WORD =
  /(?<!\p{L})(?:order|invoice|ticket|case|tracking|parcel|shipment|booking|reservation|ref|reference|contract|customer|objedn\p{L}*|faktur\p{L}*|fakt[uú]r\p{L}*|z[aá]silk\p{L}*|zásielk\p{L}*|zak[aá]zk\p{L}*|zákazk\p{L}*|zam[oó]wieni\p{L}*|paczk\p{L}*|przesyłk\p{L}*|bestell\p{L}*|auftrag\p{L}*|rechnung\p{L}*|sendung\p{L}*|kunden\p{L}*|vertrag\p{L}*|smlouv\p{L}*|zmluv\p{L}*|umow\p{L}*|ico|ičo|nip|[בהמל]?הזמנה|חשבונית|משלוח|פנייה)(?: ?(?:no|nr|id|č|number|num|číslo|čísla|číslem|numer|numerze|nummer|מס|מספר))?[\s.:#'"׳-]{0,4}$/iu
const CURRENCY_AFTER =
  /^[ \u00a0]?(?:Kč|CZK|€|EUR|zł|PLN|\$|USD|£|GBP|₪|NIS|ILS|ש["״]ח|שקל|korun|złot|,-)/iu
const CURRENCY_BEFORE = /(?:[€$£₪]|CZK|EUR|PLN|USD|GBP)[ \u00a0]?$/iu
const DATE = /^(?:0?[1-9]|[12]\d|3[01])([./-]) ?(?:0?[1-9]|1[0-2])\1 ?(?:\d{4}|\d{2})(?!\d)/
const HOURS = /^\d{1,2}[.:]\d{2} ?[-–] ?\d{1,2}[.:]\d{2}$/
const NUMBER_OF_YEAR = /\/(?:19|20)\d{2}$/

/** Replaces the telephone numbers in a text. */
export function replacePhones(text: string, by: string): string {
  return text
    .replace(INTERNATIONAL, by)
    .replace(AFTER_WORD, (all, before: string, number: string, at: number, whole: string) =>
      isOther(number, whole, at + before.length) ? all : before + by,
    )
    .replace(NATIONAL, (number, _gap, at: number, whole: string) =>
      isOther(number, whole, at) || isOrder(whole.slice(Math.max(0, at - 40), at)) ? number : by,
    )
}

const isOrder = (before: string) => /[\p{L}#]/u.test(before.slice(-8)) && ORDER_WORD.test(before)

/** Whether digits in the shape of a telephone number are a date, hours, a price or a file number. */
function isOther(number: string, whole: string, at: number): boolean {
  return (
    DATE.test(number) ||
    HOURS.test(number) ||
    NUMBER_OF_YEAR.test(number) ||
    CURRENCY_AFTER.test(whole.slice(at + number.length)) ||
    CURRENCY_BEFORE.test(whole.slice(Math.max(0, at - 5), at))
  )
}
