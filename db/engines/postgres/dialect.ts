// The queries in db/ are written once, in SQLite's dialect (docs/decisions/0019). This says them in
// PostgreSQL's: what stands in both means the same.

/** A text in quotes, which is left as it is, or a placeholder. */
const QUOTED_OR_PLACEHOLDER = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g

const REWRITES: [written: RegExp, inPostgres: string][] = [
  // The order of joins is PostgreSQL's own to choose.
  [/\bcross join\b/g, 'join'],
  [/\s+indexed by \w+/g, ''],
  // A place in a list is counted from 0.
  [/\brow\.key\b/g, '(row.key - 1)'],
  // SQLite's integers have 64 bits.
  [/ as integer\)/g, ' as bigint)'],
  // A key that the database gives.
  [/^(insert into "\w+" \()"\w+", ([^)]+\) select )null, /, '$1$2'],
]

/** One statement of SQLite's dialect in that of PostgreSQL; its parameters stay in their order. */
export function toPostgres(statement: string): string {
  const rewritten = REWRITES.reduce(
    (text, [written, inPostgres]) => text.replace(written, inPostgres),
    statement,
  )
  return numberPlaceholders(takeListsApart(giveKeys(nameTargets(rewritten))))
}

/** PostgreSQL's text has no NUL, which nobody types; U+FFFD stands for it. */
export const toPostgresParameter = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value

/** The columns of a conflict's target stand alone. */
const nameTargets = (text: string) =>
  text.replace(/ on conflict \([^)]*\)/g, (target) => target.replaceAll(/"\w+"\."/g, '"'))

/** A key that the database gives is null in the first column of each row. */
const giveKeys = (text: string) =>
  /^insert into "\w+" \([^)]+\) values \(null, /.test(text)
    ? text.replaceAll(/( values |\), )\(null, /g, '$1(default, ')
    : text

/** What each alias of `json_each` means (sqliteJson.ts). */
const PARTS = {
  row: (json: string) => `json_array_elements(${json}) with ordinality as row(value, key)`,
  part: (json: string) => `json_array_elements(${json}) with ordinality as part(value, key)`,
  entry: (json: string) => `json_each_text(${json}) as entry(key, value)`,
  member: (json: string) => `json_array_elements_text(${json}) as member(value)`,
}

function takeListsApart(text: string): string {
  const start = text.indexOf('json_each(')
  if (start < 0) return text
  const inside = start + 'json_each('.length
  const end = closingOf(text, inside)
  const [json, path] = text.slice(inside, end).split(`, '$.`)
  const list = path ? `${json} -> '${path}` : `cast(${json} as json)`
  const alias = /^\) as (row|part|entry|member)\b/.exec(text.slice(end))
  if (!alias) throw new Error(`json_each without one of its aliases: ${text}`)
  const part = PARTS[alias[1] as keyof typeof PARTS](list)
  return text.slice(0, start) + part + takeListsApart(text.slice(end + alias[0].length))
}

/** Where the bracket closes that was opened before `at`. */
function closingOf(text: string, at: number): number {
  for (let depth = 1; at < text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')' && --depth === 0) return at
  }
  throw new Error(`an open bracket: ${text}`)
}

function numberPlaceholders(text: string): string {
  let last = 0
  return text.replace(QUOTED_OR_PLACEHOLDER, (found) => (found === '?' ? `$${++last}` : found))
}
