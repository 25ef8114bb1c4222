import type { Day, Period } from '../days.ts'
import { bandCounts, sizeOf, type Histogram } from '../scoring/histogram.ts'
import type { Metric } from '../scoring/metrics.ts'
import { shareInterval } from '../scoring/intervals/proportion.ts'
import type { ShareRule } from './rules.ts'

/** One day's answers. */
export type DayAnswers = { day: Day; histogram: Histogram }

/** Unhappy answers among all of some days, and the lower end of the share's 95 % interval in %. */
export type Share = Period & { unhappy: number; n: number; low: number }

/** As few answers as a change may be judged with (evidenceLevelOf). */
const FEWEST = 10

/**
 * Whether the share of unhappy answers is over the bound, more surely than chance explains, and was
 * not told already: an alert holds until the share has been back at the bound.
 * @param days  whole days in time order, the last of them yesterday; from `told.to` on at the latest,
 *              and so many before it as the rule counts
 * @param reported  the last one that an alert was raised for, and the bound it was held against
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
