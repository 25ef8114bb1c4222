import { and, inArray, sql } from 'drizzle-orm'
import type { Counting } from '../../surveys/counting.ts'
import { answered, isWithin, type ResponseScope } from '../scoreboard/matching.ts'
import type { Db } from '../statements.ts'
import { countResponses } from '../responses/list.ts'
import { EXCLUDED_STATES, response } from '../schema/index.ts'
import { truth } from '../truth.ts'

/**
 * Counts the responses that a score includes, and those it excludes by reason, within some groups and
 * days.
 */
export async function countExclusions(
  db: Db,
  scope: ResponseScope & { question: string; counting: Counting },
) {
  const rows = await db.background
    .select({
      state: response.state,
      answered: truth(answered(scope.question)).as('answered'),
      n: sql<number>`count(*)`,
    })
    .from(response)
    .where(
      and(
        isWithin(scope),
        inArray(response.state, ['partial', 'complete', ...EXCLUDED_STATES, 'erased']),
      ),
    )
    .groupBy(response.state, sql`answered`)
  const n = (belongs: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(belongs).reduce((sum, row) => sum + row.n, 0)
  const counts = ({ state }: (typeof rows)[number]) => state === 'partial' || state === 'complete'
  const answers = n((row) => counts(row) && row.answered)
  const counted = scope.counting === 'answers' ? answers : await countResponses(db, scope)
  return {
    counted,
    earlier: answers - counted,
    skipped: n((row) => counts(row) && !row.answered),
    suspected: n(({ state }) => state === 'suspected'),
    unconfirmed: n(({ state }) => state === 'unconfirmed'),
    test: n(({ state }) => state === 'test'),
    erased: n(({ state }) => state === 'erased'),
  }
}
