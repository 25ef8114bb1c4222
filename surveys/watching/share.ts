import type { Day, Period } from '../days.ts'
import { bandCounts, sizeOf, type Histogram } from '../scoring/histogram.ts'
import type { Metric } from '../scoring/metrics.ts'
import { shareInterval } from '../scoring/intervals/proportion.ts'
import type { ShareRule } from './rules.ts'

/** One day's answers. */
export type DayAnswers = { day: Day; histogram: Histogram }

/** The unhappy answers of some days, and the lower end of their share's 95 % interval in %. */
export type Share = Period & { unhappy: number; n: number; low: number }

/** The fewest answers for an alert, as for a change (evidenceLevelOf). */
const FEWEST = 10

/**
 * Finds a share of unhappy answers that is significantly above the bound and not yet reported. It counts
 * as reported until the share has returned to the bound.
 * @param days     whole days in time order up to yesterday, beginning at the latest as many days before
 *                 `reported.to` as the rule counts
 * @param reported the end and the bound of the last alert
 * @returns null if there is nothing to report
 */
export function newShare(
  metric: Metric,
  rule: ShareRule,
  days: readonly DayAnswers[],
  reported: { to: Day; over: number } | null,
): Share | null {
  const counted = days.map(({ day, histogram }) => ({
    day,
    unhappy: bandCounts(metric, histogram).unhappy,
    n: sizeOf(histogram),
  }))
  const shares = counted.map(({ day }, at) =>
    shareOf(day, counted.slice(Math.max(0, at + 1 - rule.days), at + 1), rule),
  )
  const now = shares.at(-1)
  if (!now || now.n < FEWEST || now.low <= rule.over) return null
  const isReported =
    reported?.over === rule.over &&
    !shares.some(
      ({ to, unhappy, n }) => to > reported.to && n > 0 && 100 * unhappy <= rule.over * n,
    )
  return isReported ? null : now
}

function shareOf(to: Day, days: readonly { unhappy: number; n: number }[], rule: ShareRule): Share {
  const unhappy = days.reduce((sum, day) => sum + day.unhappy, 0)
  const n = days.reduce((sum, day) => sum + day.n, 0)
  const low = n === 0 ? 0 : 100 * shareInterval(unhappy / n, n).low
  return { from: to - rule.days + 1, to, unhappy, n, low }
}
