import type { Day, Period } from '../days.ts'
import { addHistograms, sizeOf } from '../scoring/histogram.ts'
import type { Metric } from '../scoring/metrics.ts'
import type { Score } from '../scoring/score.ts'
import { detectShifts } from '../scoring/shifts/shift.ts'
import type { Week } from './baseline.ts'
import { isHistory } from './history.ts'

export type ReportedShift = {
  /** The Mondays of the weeks in which it likeliest began, and in which it was told. */
  since: Day
  at: Day
  /** The Mondays of the first and last week in which it can have begun (95 %). */
  onset: Period
  direction: 'up' | 'down'
  /** The score's level since, as estimated; how far that is from the baseline's, and its 95 % limits. */
  score: number
  size: number
  low: number
  high: number
  /** Answers from `since` to the end of the week `at`. */
  n: number
}

/**
 * The shifts of a score against its baseline (see detectShifts), oldest first, by whole weeks.
 * @param baseline its days and their score; n ≥ 1
 * @param weeks whole ones in time order; those of the baseline say how much the score wobbles anyway,
 *   others that begin before it ends are left out
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
 * The shift that is news: the latest, unless it is history or was told already. Late answers may move
 * the week in which a shift signals; as long as the average has not been back at the baseline since,
 * it is the same shift.
 * @param reported the last one that an alert was raised for
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
