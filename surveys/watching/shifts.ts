import type { Day, Period } from '../days.ts'
import { addHistograms } from '../scoring/histogram.ts'
import type { Metric } from '../scoring/metrics.ts'
import { scoreOf, type Score } from '../scoring/score.ts'
import { detectShifts } from '../scoring/shift.ts'
import type { Week } from './baseline.ts'
import { isHistory } from './history.ts'

export type ToldShift = {
  /** The Mondays of the weeks in which it seems to have begun, and in which it was told. */
  since: Day
  at: Day
  direction: 'up' | 'down'
  /** The score from `since` to the end of the week `at`, and how far it is from the baseline's. */
  score: number
  size: number
  n: number
}

/**
 * The shifts of a score against its baseline (see detectShifts), oldest first, by whole weeks.
 * @param baseline its days and their score; n ≥ 1
 * @param weeks in time order; those that begin before the baseline ends are left out
 */
export function shiftsAfter(
  metric: Metric,
  baseline: Period & Score,
  weeks: readonly Week[],
): ToldShift[] {
  const watched = weeks.filter(({ from }) => from > baseline.to)
  const histograms = watched.map(({ histogram }) => histogram)
  return detectShifts(metric, histograms, baseline.histogram).shifts.map((shift) => {
    const answers = scoreOf(metric, addHistograms(...histograms.slice(shift.since, shift.at + 1)))
    return {
      since: watched[shift.since]!.from,
      at: watched[shift.at]!.from,
      direction: shift.direction,
      score: answers.score!,
      size: shift.size,
      n: answers.n,
    }
  })
}

/**
 * The shift that is news: the latest, unless it is history or was told already. Late answers may move
 * the week in which a shift signals; as long as the average has not been back at the baseline since,
 * it is the same shift.
 * @param told the last one that an alert was raised for
 */
export function newShift(
  shifts: readonly ToldShift[],
  today: Day,
  told: Pick<ToldShift, 'at' | 'direction'> | null,
): ToldShift | null {
  const latest = shifts.at(-1)
  if (!latest || isHistory(latest.at + 7, today)) return null
  const isTold = told && told.direction === latest.direction && latest.since <= told.at
  return isTold ? null : latest
}
