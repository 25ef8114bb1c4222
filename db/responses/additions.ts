import { sql } from 'drizzle-orm'
import { insertFrom } from '../insertFrom.ts'
import type { Db } from '../statements.ts'
import { addition, response } from '../schema/index.ts'

/** The most additions a response may have. */
export const MOST_ADDITIONS = 20

/**
 * Adds a customer's text to a response. Ignores a repeated text, an erased response, and one that
 * already has MOST_ADDITIONS.
 */
export async function addWords(
  db: Db,
  id: string,
  { text, now }: { text: string; now: number },
): Promise<void> {
  const others = sql`select 1 from ${addition} where ${addition.responseNo} = ${response.no}`
  await db.atomically((orm) => [
    insertFrom(
      orm,
      addition,
      { responseNo: response.no, surveyId: response.surveyId, at: now, text },
      sql`from ${response} where ${response.id} = ${id} and ${response.state} not in ('staged', 'erased')
        and not exists (${others} and ${addition.text} = ${text})
        and (select count(*) from (${others}) as others) < ${MOST_ADDITIONS}`,
    ),
  ])
}
