import { ewma, type Weights } from './ewma.ts'
import { addHistograms, type Histogram } from './histogram.ts'
import type { Metric } from './metrics.ts'
import { momentsOf, momentsWithSpread, type Moments } from './moments.ts'

type Shift = {
  /** The period in which the chart signalled, and the one in which the shift seems to have begun. */
  at: number
  since: number
  direction: 'up' | 'down'
  /** Score of the answers from `since` to `at` − the baseline's, in score points. */
  size: number
}

/** One period's z and the average so far, in standard errors from the baseline; see Shift for at. */
type ShiftPoint = { at: number; z: number; ewma: number; limit: number }

export type ShiftChart = { points: ShiftPoint[]; shifts: Shift[] }

/**
 * Tells real shifts of a score from noise: an EWMA of each period's z = (score − baseline)/√(V/n)
 * signals where it leaves ± limit. That is one shift, reported where it signals first, until the
 * average has been back at the baseline or beyond the other limit.
 * The baseline stays as it is: after a shift that is accepted as the new normal, the caller sets a
 * new baseline, as a logged event, and starts again with the periods after it.
 * @param periods in time order, each with its own answers (never overlapping windows); a period
 *   without answers is a gap and is skipped
 * @param baseline answers before the first period, none of them in a period
 * @param options lambda, the weight of the newest period, and L, the limit in standard errors
 * @throws RangeError when the baseline is empty, a value is off the scale or a count is not whole
 * Source: Lucas & Saccucci 1990, Technometrics 32:1. The limits also hold the baseline's own error,
 *   which is our addition (docs/statistics.md): with a baseline of 13 equal weeks the textbook limits
 *   cry wolf four times as often as they promise (Jones, Champ & Rigdon 2001, Technometrics 43:156).
 */
export function detectShifts(
  metric: Metric,
  periods: readonly Histogram[],
  baseline: Histogram,
  { lambda = 0.2, L = 2.86 }: Partial<Weights> = {},
): ShiftChart {
  const usual = momentsWithSpread(metric, baseline)
  if (!(usual.n > 0)) throw new RangeError('a baseline needs answers')
  const points = pointsOfChart(metric, periods, usual, { lambda, L })
  const shifts: Shift[] = []
  points.forEach((point, i) => {
    const side = sideOf(point)
    if (side === 0 || side === sideOf(points[i - 1])) return
    const shift = shiftAt(metric, periods, usual, points.slice(0, i + 1))
    const told = shifts.at(-1)
    if (!told || told.direction !== shift.direction || told.at < shift.since) shifts.push(shift)
  })
  return { points, shifts }
}

function pointsOfChart(
  metric: Metric,
  periods: readonly Histogram[],
  usual: Moments,
  weights: Weights,
): ShiftPoint[] {
  const answered = periods
    .map((period, at) => ({ at, ...momentsOf(metric, period) }))
    .filter(({ n }) => n > 0)
  const zs = answered.map(({ n, mean }) => (mean - usual.mean) / Math.sqrt(usual.variance / n))
  const averages = ewma(zs, { center: 0, sd: 1, ...weights })
  // What one standard error of the baseline, which every period inherits, adds to each average.
  const inherited = ewma(
    answered.map(({ n }) => Math.sqrt(n / usual.n)),
    { center: 0, sd: 1, ...weights },
  )
  return answered.map(({ at }, i) => {
    const { ewma: average, limit: ownLimit } = averages[i]!
    return {
      at,
      z: zs[i]!,
      ewma: average,
      limit: Math.hypot(ownLimit, weights.L * inherited[i]!.ewma),
    }
  })
}

function sideOf(point: ShiftPoint | undefined): number {
  return point && Math.abs(point.ewma) > point.limit ? Math.sign(point.ewma) : 0
}

// The shift seems to have begun when the average last left the baseline (Nishina 1992).
function shiftAt(
  metric: Metric,
  periods: readonly Histogram[],
  usual: Moments,
  points: readonly ShiftPoint[],
): Shift {
  const { at, ewma: average } = points.at(-1)!
  const lastOther = points.findLastIndex((point) => point.ewma * average <= 0)
  const since = points[lastOther + 1]!.at
  const answers = addHistograms(...periods.slice(since, at + 1))
  return {
    at,
    since,
    direction: average > 0 ? 'up' : 'down',
    size: momentsOf(metric, answers).mean - usual.mean,
  }
}
