// Translates SQLite's dialect, in which db/ writes its queries, to PostgreSQL's (docs/decisions/0019).

/** A quoted text, which is kept, or a placeholder. */
const QUOTED_OR_PLACEHOLDER = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g

const REWRITES: [written: RegExp, inPostgres: string][] = [
  // PostgreSQL chooses the join order itself, and allows a condition after "join" only.
  [/\bcross join\b(?! "\w+" (?:(?:left|cross) join|where)\b)/g, 'join'],
  [/\s+indexed by \w+/g, ''],
  // SQLite numbers list members from 0.
  [/\brow\.key\b/g, '(row.key - 1)'],
  // SQLite's integers have 64 bits.
  [/ as integer\)/g, ' as bigint)'],
  // A generated key.
  [/^(insert into "\w+" \()"\w+", ([^)]+\) select )null, /, '$1$2'],
]

/** Translates one statement; its parameters keep their order. */
export function toPostgres(statement: string): string {
  const rewritten = REWRITES.reduce(
    (text, [written, inPostgres]) => text.replace(written, inPostgres),
    statement,
  )
  return numberPlaceholders(takeListsApart(giveKeys(nameTargets(rewritten))))
}

/** PostgreSQL's text can't hold NUL; U+FFFD replaces it. */
export const toPostgresParameter = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value

/** Removes the table from the columns of a conflict's target. */
const nameTargets = (text: string) =>
  text.replace(/ on conflict \([^)]*\)/g, (target) => target.replaceAll(/"\w+"\."/g, '"'))

/** Drops the null for a generated key from the first column of each row. */
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

/** The position of the bracket that closes the one opened before `at`. */
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
