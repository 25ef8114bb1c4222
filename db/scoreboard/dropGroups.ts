import { sql } from 'drizzle-orm'
import { jsonRows } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import { response, responseSegment, segment } from '../schema/index.ts'
import { prepared, type Orm, type Statement } from '../statements.ts'
import { PAIR, type Pair } from './segments.ts'

const dropMembers = prepared<{ surveyId: string; pairs: Pair[] }>((orm, value) =>
  orm
    .delete(responseSegment)
    .where(
      sql`${responseSegment.segmentId} in (${groupsNamed(value)} and not exists (${countedMembers()}))`,
    ),
)

const dropGroups = prepared<{ surveyId: string; pairs: Pair[] }>((orm, value) =>
  orm.delete(segment).where(
    sql`${segment.id} in (${groupsNamed(value)} and not exists
        (select 1 from ${responseSegment} where ${responseSegment.segmentId} = ${segment.id}))`,
  ),
)

/** Deletes the groups of these pairs that have no counted response left. */
export function dropUncountedGroups(orm: Orm, surveyId: string, pairs: Pair[]): Statement[] {
  const values = { surveyId, pairs }
  return [dropMembers(orm, values), dropGroups(orm, values)]
}

/** Deletes a survey's groups that have no counted response left. */
export function dropAllUncountedGroups(orm: Orm, surveyId: string): Statement[] {
  const groups = sql`select ${segment.id} from ${segment}
    where ${segment.surveyId} = ${surveyId} and ${segment.property} <> ''
      and not exists (${countedMembers()})`
  return [
    orm.delete(responseSegment).where(sql`${responseSegment.segmentId} in (${groups})`),
    orm.delete(segment).where(sql`${segment.id} in (${groups})`),
  ]
}

const groupsNamed = (value: (name: 'surveyId' | 'pairs') => unknown) =>
  sql`select ${segment.id} from ${jsonRows(value('pairs'))}
    ${lookUp(
      segment,
      sql`${segment.surveyId} = ${value('surveyId')} and ${segment.property} = ${PAIR.property}
        and ${segment.value} in (${PAIR.value}, '')`,
    )}
    where ${segment.property} <> ''`

/** Selects members of a group that count, or are staged and about to count. */
export const countedMembers = () =>
  sql`select 1 from ${responseSegment} as member
    ${lookUp(sql`${response} as counted`, sql`counted.no = member.response_no`)}
    where member.segment_id = ${segment.id} and counted.state in ('partial', 'complete', 'staged')`
