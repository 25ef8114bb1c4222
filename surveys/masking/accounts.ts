import { isCard, isIban } from '../personal.ts'

/** The length of each country's IBAN (ISO 13616). */
const LENGTHS = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24
   FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32
   LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22
   SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20`
    .trim()
    .split(/\s+/)
    .map((each) => [each.slice(0, 2), Number(each.slice(2))]),
)

const IBAN = /(?<![\p{L}\p{N}])([A-Za-z]{2})\d{2}(?:[ \u00a0-]?[A-Za-z0-9]){11,30}/gu
/** A Polish account number is an IBAN without its country. */
const POLISH = /(?<![\p{L}\p{N}])\d{2}(?:[ -]?\d{4}){6}(?!\d)/gu
const CARD = /(?<![\p{L}\p{N}])\d(?:[ -]?\d){12,18}(?!\d)/gu

/** Replaces the numbers of accounts and cards in a text whose checksums are right. */
export function replaceAccounts(text: string, by: string): string {
  return text
    .replace(IBAN, (found, country: string) => {
      const length = LENGTHS.get(country.toUpperCase())
      const number = length === undefined ? null : beginning(found, length)
      return number !== null && isIban(compact(number)) ? by + found.slice(number.length) : found
    })
    .replace(POLISH, (found) => (isIban(`PL${compact(found)}`) ? by : found))
    .replace(CARD, (found) => (isCard(found) ? by : found))
}

const compact = (text: string) => text.replace(/[ \u00a0-]/g, '')

/** The first letters and digits, with what separates them; null if there are fewer. */
function beginning(text: string, length: number): string | null {
  const number = new RegExp(`^[A-Za-z0-9](?:[ \u00a0-]?[A-Za-z0-9]){${length - 1}}`).exec(text)?.[0]
  return number ?? null
}
