// Postal addresses within text, as far as their form tells: a street with a word for one and a house number, or
// a house number followed by a postcode and a town. A bare "Dlouhá 12" is no different from "iPhone 12".

const HOUSE = String.raw`\d{1,5}(?:\/\d{1,5})? ?[a-zA-Z]?(?![\p{L}\p{N}])`
const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,3}`
const TOWN = String.raw`(?!Kč|CZK|EUR|Euro|PLN|USD|NIS)\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+(?!\d)){0,2}(?: \d{1,2}(?!\d))?`
const POSTCODE = String.raw`(?:(?:CZ|SK|PL|D|A)-)?(?:\d{3} ?\d{2}|\d{2}-\d{3}|(?!(?:19|20)\d\d )\d{4}|\d{5})`
/** What may follow a street. */
const PLACE = String.raw`(?:,? ${POSTCODE} ${TOWN}|, ${TOWN}(?:,? ${POSTCODE})?)?`

const STREETS = [
  // ulice Dlouhá 12, ul. Marszałkowska 5/7, náměstí Míru 3
  String.raw`(?:[Uu]l(?:\.|ice|ici|ica|icy)|[Tt]ř(?:\.|ída|ídě)|[Tt]ried[ae]|[Nn]ám(?:\.|ěstí|estie|estí)|[Nn]ábřeží|[Nn]ábrež\p{L}+|[Aa]l(?:\.|eja|eje|ei)|[Oo]s(?:\.|iedle|iedlu)|[Pp]l(?:\.|ac|acu)) ?${NAME} ${HOUSE}${PLACE}`,
  // Hauptstraße 5a, Lange Straße 12
  String.raw`(?:\p{Lu}[\p{L}-]*|\p{Lu}[\p{L}-]+ [Ss])(?:tra(?:ß|ss)e|str\.|tr\.|gasse|allee) ?${HOUSE}${PLACE}`,
  // 10 Downing Street, London SW1A 2AA
  String.raw`\d{1,5}[A-Za-z]? (?:\p{Lu}[\p{L}'’.-]* ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Crescent|Terrace|Boulevard|Blvd)(?!\p{L})\.?(?:, ${TOWN})?(?:,? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|,? [A-Z]{2} \d{5})?`,
  // רחוב הרצל 12, תל אביב
  String.raw`(?:רחוב|רח['׳]|שדרות|שד['׳]|סמטת) ?[א-ת"'׳״-]+(?: [א-ת"'׳״-]+){0,3} \d{1,4}(?!\d)`,
]

const STREET = new RegExp(String.raw`(?<!\p{Lu}|\d)(?:${STREETS.join('|')})`, 'gu')
/** Dlouhá 12, 110 00 Praha 1 */
const WITH_POSTCODE = new RegExp(`${NAME} ${HOUSE},? ${POSTCODE} ${TOWN}`, 'gu')

/** Replaces the postal addresses in a text. */
export const replaceAddresses = (text: string, by: string): string =>
  text.replace(STREET, by).replace(WITH_POSTCODE, by)
