import { and, eq, ne, sql } from 'drizzle-orm'
import { jsonValues } from '../engines/sqlite/json.ts'
import { grouping, response, responseSegment, segment } from '../schema/index.ts'
import { moveScoreboard } from '../scoreboard/board.ts'
import { countedMembers } from '../scoreboard/dropGroups.ts'
import { storedPairs } from '../scoreboard/pairs.ts'
import { groupsOf, joinGroupsOf } from '../scoreboard/segments.ts'
import type { Db } from '../statements.ts'

// Runs one transaction per chunk of responses, so that the scoreboard is always correct.

/** Responses per transaction; other writers wait for one at most. */
const CHUNK = 5_000

export type Property = { surveyId: string; property: string }

/**
 * Creates groups for these values of a property and one for all others, and reassigns every response.
 * Without values, removes the property's groups. The groups are hidden until it is done.
 * @param has the values that had groups when these were chosen
 */
export async function countGroups(
  db: Db,
  { surveyId, property }: Property,
  values: string[] | null,
  has: Set<string> = new Set(),
) {
  const its = and(eq(segment.surveyId, surveyId), eq(segment.property, property))
  const mine = and(
    eq(grouping.surveyId, surveyId),
    eq(grouping.property, property),
    eq(grouping.value, ''),
  )
  const ids = sql`(select ${segment.id} from ${segment} where ${its})`
  const gone = [...has].filter((value) => value !== '' && !values?.includes(value))
  const dropped = sql`${segment.id} in ${ids} and ${segment.value} in ${jsonValues(JSON.stringify(gone))}`
  const state = values === null ? 'leaving' : 'counting'
  await db.atomically((orm) => [
    orm
      .insert(grouping)
      .values({ surveyId, property, value: '', state })
      .onConflictDoUpdate({
        target: [grouping.surveyId, grouping.property, grouping.value],
        set: { state },
        setWhere: ne(grouping.state, 'hidden'),
      }),
    ...(values === null
      ? []
      : [
          orm
            .delete(responseSegment)
            .where(
              sql`${responseSegment.segmentId} in (select ${segment.id} from ${segment} where ${dropped})`,
            ),
          orm.delete(segment).where(dropped),
          ...['', ...values].map((value) =>
            orm.insert(segment).values({ surveyId, property, value }).onConflictDoNothing(),
          ),
        ]),
  ])
  const [newest] = await db.background
    .select({ no: sql<number>`max(${response.no})` })
    .from(response)
  for (let from = 0; from < (newest?.no ?? 0); from += CHUNK) {
    const isIn = (no: typeof response.no | typeof responseSegment.responseNo) =>
      sql`${no} > ${from} and ${no} <= ${from + CHUNK}`
    const theirs = sql`segment_id in ${ids} and response_no > ${from} and response_no <= ${from + CHUNK}`
    const pair = { property: sql.raw('pair.property'), value: sql.raw('pair.value') }
    const stored = storedPairs(
      sql`${response.surveyId} = ${surveyId} and ${isIn(response.no)} and ${response.state} not in ('erased', 'test')`,
    )
    await db.atomically((orm) => [
      moveScoreboard(orm, 'minus', theirs, { pooled: true }),
      orm
        .delete(responseSegment)
        .where(sql`${responseSegment.segmentId} in ${ids} and ${isIn(responseSegment.responseNo)}`),
      ...(values === null
        ? []
        : [
            joinGroupsOf(
              orm,
              groupsOf(surveyId, pair),
              sql`${stored} as pair where pair.property = ${property}`,
              { no: sql`pair.no`, surveyId },
            ),
          ]),
      moveScoreboard(orm, 'plus', theirs, { pooled: true }),
    ])
  }
  const empty = sql`${segment.id} in ${ids} and not exists (${countedMembers()})`
  await db.atomically((orm) => [
    orm
      .delete(responseSegment)
      .where(
        sql`${responseSegment.segmentId} in (select ${segment.id} from ${segment} where ${empty})`,
      ),
    orm.delete(segment).where(empty),
    ...(values === null
      ? [
          orm
            .insert(grouping)
            .values({ surveyId, property: '', value: '', state: 'full' })
            .onConflictDoNothing(),
        ]
      : []),
    orm.delete(grouping).where(and(mine, ne(grouping.state, 'hidden'))),
  ])
}
