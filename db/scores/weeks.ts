import { periodsOf, type Period } from '../../surveys/days.ts'
import type { Week } from '../../surveys/watching/baseline.ts'
import type { Db } from '../statements.ts'
import { histogramsOver } from './scores.ts'

/**
 * Counts a question's answers by ISO week in time order, including empty weeks; the first and last are
 * cut at the range's ends.
 */
export async function histogramsByWeek(
  db: Db,
  query: { surveyId: string; question: string; range: Period },
): Promise<Week[]> {
  const weeks = periodsOf(query.range, 'week')
  const histograms = await histogramsOver(db, query, weeks)
  return weeks.map((week, at) => ({ ...week, histogram: histograms[at]! }))
}
