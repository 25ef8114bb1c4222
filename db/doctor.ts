import { sql } from 'drizzle-orm'
import type { Db } from './open.ts'
import { VALUES } from './schema.ts'

/**
 * Examines the whole database: the file, the references, and the scoreboard against a recount of
 * every response.
 * @returns what is untrue, one line each; empty when all is well
 */
export async function examine(db: Db): Promise<string[]> {
  return [...db.faults(), ...(await untrueCounters(db)), ...(await uncounted(db))]
}

type Counter = [
  segmentId: number,
  question: string,
  day: number,
  value: number,
  n: number,
  recount: number,
]

async function untrueCounters({ orm }: Db): Promise<string[]> {
  const rows = await orm.values<Counter>(sql`
    with recount as (
      select segment_id, question, day, value, count(*) as n from contribution group by 1, 2, 3, 4
    ), told as (
      ${sql.join(VALUES.map(toldOf), sql` union all `)}
      union all
      select segment_id, question, day, value, 0, n from recount
    )
    select segment_id, question, day, value, sum(n), sum(recount) from told
    group by 1, 2, 3, 4 having sum(n) <> sum(recount) order by 1, 2, 3, 4`)
  return rows.map(
    ([segment, question, day, value, n, recount]) =>
      `scoreboard: segment ${segment}, question ${question}, day ${day}, value ${value} says ${n}, the answers say ${recount}`,
  )
}

const toldOf = (value: number) =>
  sql`select segment_id, question, day, ${value} as value, ${sql.raw(`n${value}`)} as n, 0 as recount from scoreboard`

/** A response that belongs to no group would be missing from every count. */
async function uncounted({ orm }: Db): Promise<string[]> {
  const rows = await orm.values<[string]>(sql`
    select r.id from response r
    where not exists (
      select 1 from response_segment rs join segment s on s.id = rs.segment_id
      where rs.response_no = r.no and s.survey_id = r.survey_id and s.property = ''
    )`)
  return rows.map(([id]) => `response ${id} belongs to no group, so no score counts it`)
}
