import { sql, type SQL } from 'drizzle-orm'

// Reads JSON text in SQL. PostgreSQL's version recognises these expressions by their aliases, which
// must not be used elsewhere (postgres/dialect.ts).

/** The type of a field: objects and lists as `text`, booleans as 1 or 0 in JSON. */
type Kind = 'text' | 'integer' | 'boolean'

const VALUE_OF: Record<Kind, (plain: SQL) => SQL> = {
  text: (plain) => plain,
  integer: (plain) => sql`cast(${plain} as integer)`,
  boolean: (plain) => sql`(cast(${plain} as integer) = 1)`,
}

/** The objects of a JSON list as rows; `jsonFields` names their fields. */
export const jsonRows = (list: unknown) => sql`json_each(${list}) as row`

/** The number of members of a JSON list. */
export const jsonLength = (list: unknown) => sql`json_array_length(${list})`

/** A row's index in the list, from 0. */
export const jsonKey = sql.raw('row.key')

/** The fields of the objects from `jsonRows`, with their types. */
export function jsonFields<Name extends string>(kinds: Record<Name, Kind>): Record<Name, SQL> {
  const fields = Object.entries<Kind>(kinds).map(([name, kind]) => [
    name,
    VALUE_OF[kind](sql.raw(`row.value ->> '${name}'`)),
  ])
  return Object.fromEntries(fields) as Record<Name, SQL>
}

/** The lists in one field of a row as rows; `jsonMember` names their members. */
export const jsonParts = (field: string) =>
  sql`json_each(row.value, ${sql.raw(`'$.${field}'`)}) as part`

/** The member at an index of a list, from 0. */
export const jsonMember = (place: number, kind: Kind = 'text') =>
  VALUE_OF[kind](sql.raw(`part.value ->> ${place}`))

/** The plain values of a JSON list, for `in`. */
export const jsonValues = (list: unknown, kind: Kind = 'text') =>
  sql`(select ${VALUE_OF[kind](sql.raw('value'))} from json_each(${list}) as member)`

/** The members of a JSON object as rows named `entry` with key and value. */
export const jsonEntries = (object: unknown) => sql`json_each(${object}) as entry`
