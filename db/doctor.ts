import { sql } from 'drizzle-orm'
import { findSearchFaults } from './search/doctor.ts'
import type { Db } from './statements.ts'
import {
  addition,
  answer,
  followUp,
  isOf,
  mailChoice,
  response,
  responseSegment,
  responseTag,
  review,
  VALUES,
} from './schema/index.ts'

/**
 * Checks the file's integrity, foreign keys, the scoreboard against a recount of all responses, each
 * response's membership in its survey's group of everyone, that each part of a response names the
 * response's survey, and the search index.
 * @returns one line per fault; empty if there is none
 */
export async function checkScoreboard(db: Db): Promise<string[]> {
  return [
    ...db.faults(),
    ...(await findMismatches(db)),
    ...(await findOrphaned(db)),
    ...(await findMisplaced(db)),
    ...(await findSearchFaults(db)),
  ]
}

type Counter = [
  segmentId: number,
  question: string,
  day: number,
  value: number,
  n: number,
  recount: number,
]

/** Compares each counter of the scoreboard with the stored answers. */
async function findMismatches({ orm }: Db): Promise<string[]> {
  const rows = await orm.values<Counter>(sql`
    with recount as (
      select segment_id, question, day, value, count(*) as n from contribution group by 1, 2, 3, 4
    ), counter as (
      ${sql.join(VALUES.map(countersOf), sql` union all `)}
      union all
      select segment_id, question, day, value, 0, n from recount
    )
    select segment_id, question, day, value, sum(n), sum(recount) from counter
    group by 1, 2, 3, 4 having sum(n) <> sum(recount) order by 1, 2, 3, 4`)
  return rows.map(
    ([segment, question, day, value, n, recount]) =>
      `scoreboard: segment ${segment}, question ${question}, day ${day}, value ${value} says ${n}, the answers say ${recount}`,
  )
}

/** The scoreboard's counters for one value, as rows to compare with the recount. */
const countersOf = (value: number) =>
  sql`select segment_id, question, day, ${sql.raw(`${value} as value, n${value} as n`)}, 0 as recount
    from scoreboard`

/** Finds responses outside the group of everyone, which no score includes. */
async function findOrphaned({ orm }: Db): Promise<string[]> {
  const rows = await orm.values<[string]>(sql`
    select r.id from response r
    where not exists (
      select 1 from response_segment rs join segment s on s.id = rs.segment_id
      where rs.response_no = r.no and s.survey_id = r.survey_id and s.property = ''
    )`)
  return rows.map(([id]) => `response ${id} belongs to no group, so no score counts it`)
}

/** Tables that refer to a response by its number and also name its survey. */
const PARTS = { addition, answer, followUp, mailChoice, responseSegment, responseTag, review }

/** Finds parts that name another survey than their response, which foreign keys can't detect. */
async function findMisplaced({ orm }: Db): Promise<string[]> {
  const faults: string[] = []
  for (const [name, part] of Object.entries(PARTS)) {
    const rows = await orm.values<[id: string, surveyId: string]>(
      sql`select ${response.id}, ${part.surveyId} from ${part}
        join ${response} on ${part.responseNo} = ${response.no} where not (${isOf(part)})`,
    )
    faults.push(
      ...rows.map(([id, survey]) => `${name}: a row of response ${id} names survey "${survey}"`),
    )
  }
  return faults
}
