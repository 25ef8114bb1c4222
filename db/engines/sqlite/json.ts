import { sql } from 'drizzle-orm'

// How SQLite takes a JSON text apart. Another engine says the same in other words.

/** The objects of a JSON list, as rows named `row`. */
export const jsonRows = (list: unknown) => sql`json_each(${list}) as row`

/** How many members a JSON list has. */
export const jsonLength = (list: unknown) => sql`json_array_length(${list})`

/** Where in the list `row` stands, from 0. */
export const jsonKey = sql.raw('row.key')

/** One field of `row`, as a plain value. */
export const jsonField = (name: string) => sql.raw(`row.value ->> '${name}'`)

/** One field of `row`, as an integer. */
export const jsonInteger = (name: string) => sql`cast(${jsonField(name)} as integer)`

/** Whether one field of `row` is 1, rather than 0. */
export const jsonTruth = (name: string) => sql`(${jsonInteger(name)} = 1)`

/** One field of `row`, still as JSON. */
export const jsonPart = (name: string) => sql.raw(`row.value -> '${name}'`)

/** The members of a list in `row`, as rows named `part`. */
export const jsonParts = (list: string) =>
  sql`json_each(row.value, ${sql.raw(`'$.${list}'`)}) as part`

/** `part` itself, or the member of it at a place, as a plain value. */
export const jsonMember = (place?: number) =>
  sql.raw(place === undefined ? 'part.value' : `part.value ->> ${place}`)

/** The plain values of a JSON list, to be searched with `in`. */
export const jsonValues = (list: unknown) => sql`(select value from json_each(${list}))`

/** The members of a JSON object in a column, as rows named `entry` of key and value. */
export const jsonEntries = (column: unknown) => sql`json_each(${column}) as entry`
