import { sql } from 'drizzle-orm'
import { jsonValues } from '../engines/sqlite/json.ts'
import type { Db } from '../statements.ts'
import { storedPairs } from '../scoreboard/pairs.ts'
import { grouping, response } from '../schema/index.ts'

/** A property name or value, how many counted responses have it, and the number of the latest. */
export type Use = { name: string; n: number; last: number }

/** Counts a survey's counted responses. */
export async function countedIn({ background }: Db, surveyId: string): Promise<number> {
  const [row] = await background
    .select({ n: sql<number>`count(*)` })
    .from(response)
    .where(isCountedIn(surveyId))
  return row!.n
}

/** Reads the property names in a survey's counted responses, most used first. */
export async function usesOfNames({ background }: Db, surveyId: string): Promise<Use[]> {
  const rows = await background.values<[string, number, number]>(
    sql`select property, count(*), max(no) from ${storedPairs(isCountedIn(surveyId))} as pair
      group by 1 order by 2 desc, 3 desc limit 1000`,
  )
  return rows.map(([name, n, last]) => ({ name, n, last }))
}

/** Reads the most used values of some properties, and all hidden ones. */
export async function usesOfValues(
  { background }: Db,
  surveyId: string,
  properties: string[],
): Promise<Map<string, Use[]>> {
  const used = sql`select property, value, count(*) as n, max(no) as last,
      row_number() over (partition by property order by count(*) desc, max(no) desc) as place
    from ${storedPairs(isCountedIn(surveyId))} as pair
    where property in ${jsonValues(JSON.stringify(properties))} group by 1, 2`
  const isHidden = sql`exists (select 1 from ${grouping} where ${grouping.surveyId} = ${surveyId}
    and ${grouping.property} = used.property and ${grouping.value} = used.value)`
  const rows = await background.values<[string, string, number, number]>(
    sql`select property, value, n, last from (${used}) as used
      where place <= 1000 or ${isHidden} order by property, place`,
  )
  const uses = new Map<string, Use[]>()
  for (const [property, name, n, last] of rows) {
    const values = uses.get(property) ?? []
    values.push({ name, n, last })
    uses.set(property, values)
  }
  return uses
}

const isCountedIn = (surveyId: string) =>
  sql`${response.surveyId} = ${surveyId} and ${response.state} in ('partial', 'complete')`
