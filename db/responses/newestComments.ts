import { and, desc } from 'drizzle-orm'
import { PLACE } from '../engines/sqlite/search.ts'
import { isCounted } from '../scoreboard/matching.ts'
import { searchedIn } from '../search/matching.ts'
import type { Db } from '../statements.ts'
import { selectResponses, type ResponseRow } from './list.ts'
import { withAnswers } from './parts.ts'

/**
 * The newest responses with a comment, of all surveys, read in the order of the full-text index.
 * @param until exclusive, in milliseconds UTC
 */
export async function listNewestComments(
  db: Db,
  { until, limit }: { until: number; limit: number },
): Promise<ResponseRow[]> {
  const { condition } = searchedIn({ commented: true, until })!
  const rows = await selectResponses(db.background, 'index')
    .where(and(condition, isCounted()))
    .orderBy(desc(PLACE))
    .limit(limit)
  return withAnswers(db.background, rows)
}
