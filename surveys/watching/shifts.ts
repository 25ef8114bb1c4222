import type { Day, Period } from '../days.ts'
import { addHistograms, sizeOf } from '../scoring/histogram.ts'
import type { Metric } from '../scoring/metrics.ts'
import type { Score } from '../scoring/score.ts'
import { detectShifts } from '../scoring/shifts/shift.ts'
import type { Week } from './baseline.ts'
import { isHistory } from './history.ts'

export type ReportedShift = {
  /** The Mondays of the likeliest week of onset, and of the week in which it was detected. */
  since: Day
  at: Day
  /** The Mondays of the first and last week in which it may have begun (95 %). */
  onset: Period
  direction: 'up' | 'down'
  /** The estimated level since; its distance from the baseline's score, and the 95 % limits of that. */
  score: number
  size: number
  low: number
  high: number
  /** Answers from `since` to the end of the week `at`. */
  n: number
}

/**
 * Finds the shifts of a score from its baseline by whole weeks (see detectShifts), oldest first.
 * @param baseline its days and their score; n ≥ 1
 * @param weeks whole weeks in time order. Those within the baseline show how much the score usually
 *   varies; others that begin before its end are ignored.
 */
export function shiftsAfter(
  metric: Metric,
  baseline: Period & Score,
  weeks: readonly Week[],
): ReportedShift[] {
  const watched = weeks.filter(({ from }) => from > baseline.to)
  const histograms = watched.map(({ histogram }) => histogram)
  const mondayOf = (at: number) => watched[at]!.from
  const baselinePeriods = weeks
    .filter(({ from, to }) => from >= baseline.from && to <= baseline.to)
    .map(({ histogram }) => histogram)
  const { shifts } = detectShifts(metric, histograms, baseline.histogram, { baselinePeriods })
  return shifts.map(({ since, at, onset, ...change }) => ({
    ...change,
    since: mondayOf(since),
    at: mondayOf(at),
    onset: { from: mondayOf(onset.first), to: mondayOf(onset.last) },
    score: baseline.score! + change.size,
    n: sizeOf(addHistograms(...histograms.slice(since, at + 1))),
  }))
}

/**
 * Returns the latest shift, unless it is too old or already reported; otherwise null. Late answers may
 * move the week in which a shift signals; it is the same shift until the average has returned to the
 * baseline.
 * @param reported the shift of the last alert
 */
export function newShift(
  shifts: readonly ReportedShift[],
  today: Day,
  reported: Pick<ReportedShift, 'at' | 'direction'> | null,
): ReportedShift | null {
  const latest = shifts.at(-1)
  if (!latest || isHistory(latest.at + 7, today)) return null
  const isReported =
    reported && reported.direction === latest.direction && latest.since <= reported.at
  return isReported ? null : latest
}
