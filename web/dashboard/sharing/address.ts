import { HIDDEN_LINK, PROPERTY_NAME } from '../../../surveys/questions.ts'

/** What a link says of whoever follows it; the value may hold the `{{placeholder}}` of a mail program. */
export type Property = { name: string; value: string }

export type LinkDetails = {
  properties: Property[]
  language?: string
  score?: number
  via?: 'kiosk'
}

/**
 * A survey's address with what it says.
 * @param url the survey's page
 */
export function addressOf(url: string, said: LinkDetails): string {
  const query = queryOf(said)
  return query ? `${url}?${query}` : url
}

/** What stands behind the question mark; '' where nothing is said. */
export function queryOf({ properties, language, score, via }: LinkDetails): string {
  return [
    ...properties.map(({ name, value }) => `${encode(name)}=${encodeAround(value)}`),
    ...(language ? [`lang=${encode(language)}`] : []),
    ...(score === undefined ? [] : [`score=${score}`]),
    ...(via ? [`via=${via}`] : []),
  ].join('&')
}

/** The rows that say something and may say it. */
export function linkDetailsOf(rows: Property[], questions: string[]): Property[] {
  return rows
    .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))
    .filter(({ name, value }, index) => name && value && !wrongWith(rows, index, questions))
}

/**
 * What is wrong with the name in a row.
 * @param questions the ids of the survey's questions, which are no properties in a link
 */
export function wrongWith(
  rows: Property[],
  index: number,
  questions: string[],
): 'unreadable' | 'taken' | 'twice' | undefined {
  const name = rows[index]!.name.trim()
  if (!name) return undefined
  if (!PROPERTY_NAME.test(name)) return 'unreadable'
  if (TAKEN.has(name) || questions.includes(name)) return 'taken'
  return rows.slice(0, index).some((row) => row.name.trim() === name) ? 'twice' : undefined
}

/** What means something else in a link (api/sharing/visitors.ts). */
const TAKEN = new Set([
  'lang',
  'score',
  'via',
  'signed',
  'set',
  'once',
  'until',
  'sig',
  HIDDEN_LINK,
])

/** What a mail program fills in; its only group is the whole, so that `split` keeps it. */
export const PLACEHOLDER = /(\{\{ ?[\p{L}\p{N}_.-]+ ?\}\})/u

function encodeAround(value: string): string {
  return value
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 ? part.replaceAll(' ', '') : encode(part)))
    .join('')
}

/** Also what programs that turn text into links stumble over. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
