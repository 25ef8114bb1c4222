import { sql, type SQL } from 'drizzle-orm'

// How SQLite takes a JSON text apart. PostgreSQL says the same in other words, which it finds by the
// aliases that stand here alone (postgres/dialect.ts).

/** What a field holds: an object or list comes as `text`, a truth as 1 or 0 in JSON. */
type Kind = 'text' | 'integer' | 'boolean'

const VALUE_OF: Record<Kind, (plain: SQL) => SQL> = {
  text: (plain) => plain,
  integer: (plain) => sql`cast(${plain} as integer)`,
  boolean: (plain) => sql`(cast(${plain} as integer) = 1)`,
}

/** The objects of a JSON list, as rows whose fields `jsonFields` names. */
export const jsonRows = (list: unknown) => sql`json_each(${list}) as row`

/** How many members a JSON list has. */
export const jsonLength = (list: unknown) => sql`json_array_length(${list})`

/** Where in the list a row stands, from 0. */
export const jsonKey = sql.raw('row.key')

/** The fields of the objects that `jsonRows` lists, as values of their kinds. */
export function jsonFields<Name extends string>(kinds: Record<Name, Kind>): Record<Name, SQL> {
  const fields = Object.entries<Kind>(kinds).map(([name, kind]) => [
    name,
    VALUE_OF[kind](sql.raw(`row.value ->> '${name}'`)),
  ])
  return Object.fromEntries(fields) as Record<Name, SQL>
}

/** The lists in one field of a row, as rows whose members `jsonMember` names. */
export const jsonParts = (field: string) =>
  sql`json_each(row.value, ${sql.raw(`'$.${field}'`)}) as part`

/** The member at a place of a list, from 0. */
export const jsonMember = (place: number, kind: Kind = 'text') =>
  VALUE_OF[kind](sql.raw(`part.value ->> ${place}`))

/** The plain values of a JSON list, to be searched with `in`. */
export const jsonValues = (list: unknown, kind: Kind = 'text') =>
  sql`(select ${VALUE_OF[kind](sql.raw('value'))} from json_each(${list}) as member)`

/** The members of a JSON object, as rows named `entry` of key and value. */
export const jsonEntries = (object: unknown) => sql`json_each(${object}) as entry`
