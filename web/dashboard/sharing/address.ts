import { HIDDEN_LINK, PROPERTY_NAME } from '../../../surveys/questions.ts'

/** A property in a link; its value may contain a `{{placeholder}}` of a mail program. */
export type Property = { name: string; value: string }

export type LinkDetails = {
  properties: Property[]
  language?: string
  score?: number
  via?: 'kiosk'
}

/**
 * A survey's address with its parameters.
 * @param url the survey's page
 */
export function addressOf(url: string, details: LinkDetails): string {
  const query = queryOf(details)
  return query ? `${url}?${query}` : url
}

/** The address's query, without the question mark. */
export function queryOf({ properties, language, score, via }: LinkDetails): string {
  return [
    ...properties.map(({ name, value }) => `${encode(name)}=${encodeAround(value)}`),
    ...(language ? [`lang=${encode(language)}`] : []),
    ...(score === undefined ? [] : [`score=${score}`]),
    ...(via ? [`via=${via}`] : []),
  ].join('&')
}

/** The complete and valid rows. */
export function linkDetailsOf(rows: Property[], questions: string[]): Property[] {
  return rows
    .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))
    .filter(({ name, value }, index) => name && value && !wrongWith(rows, index, questions))
}

/**
 * Why a row's name is invalid, if it is.
 * @param questions the ids of the survey's questions, which can't be property names
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

/** Parameters with another meaning in a link (api/sharing/visitors.ts). */
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

/** A placeholder of a mail program; its group makes `split` keep it. */
export const PLACEHOLDER = /(\{\{ ?[\p{L}\p{N}_.-]+ ?\}\})/u

function encodeAround(value: string): string {
  return value
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 ? part.replaceAll(' ', '') : encode(part)))
    .join('')
}

/** Also encodes characters at which programs that detect links in text would stop. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
