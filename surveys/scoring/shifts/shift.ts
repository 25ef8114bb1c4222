import { estimateChange, type PeriodMean } from './changePoint.ts'
import { normalCdf, studentQuantile } from '../distributions/distributions.ts'
import { ewma, type Weights } from './ewma.ts'
import type { Histogram } from '../histogram.ts'
import { pointsOf, SCALES, type Metric } from '../metrics.ts'
import { momentsOf, momentsWithSpread } from '../moments.ts'
import { wobbleOf } from '../wobble.ts'

type Shift = {
  /** The period in which the chart signalled, and the likeliest onset. */
  at: number
  since: number
  /** The first and last period in which it may have begun (95 %). */
  onset: { first: number; last: number }
  direction: 'up' | 'down'
  /** The distance from the baseline's score since, and its 95 % limits, in score points. */
  size: number
  low: number
  high: number
}

/** One period's z and the average so far, in standard errors from the baseline; `at` as in Shift. */
type ShiftPoint = { at: number; z: number; ewma: number; limit: number }

export type ShiftChart = { points: ShiftPoint[]; shifts: Shift[] }

type Options = Weights & {
  /** The baseline's answers by period, from which the period-to-period variance is estimated. */
  baselinePeriods: readonly Histogram[]
}

/**
 * Distinguishes shifts of a score from noise: an EWMA of each period's z = (score − baseline)/√(V/n + τ²)
 * signals when it leaves ± limit, where τ² is the variance of the true score from period to period. A
 * shift is reported at its first signal and lasts until the average has returned to the baseline or
 * crossed the other limit. Its onset and size are estimated as in changePoint.ts.
 * The baseline is fixed: once a shift is accepted as normal, the caller sets a new baseline and starts
 * again with the periods after it.
 * @param periods in time order, without overlap; periods without answers are skipped
 * @param baseline answers from before the first period
 * @param options lambda, the weight of the newest period, and L, the limit in standard errors; without
 *   the baseline's periods, τ² is 0
 * @throws RangeError if the baseline is empty, a value is off the scale or a count is not whole
 * Source: Lucas & Saccucci 1990, Technometrics 32:1; τ² as in wobble.ts. The limits also hold the
 *   error of the baseline and, by Student's t, that of τ², which is our addition (docs/statistics.md):
 *   with a baseline of 13 equal weeks the textbook limits raise four times as many false alarms as
 *   intended (Jones, Champ & Rigdon 2001, Technometrics 43:156).
 */
export function detectShifts(
  metric: Metric,
  periods: readonly Histogram[],
  baseline: Histogram,
  { lambda = 0.2, L = 2.86, baselinePeriods = [] }: Partial<Options> = {},
): ShiftChart {
  const usual = usualOf(metric, baseline, baselinePeriods)
  const answered = periods
    .map((period, at) => ({ at, ...momentsOf(metric, period) }))
    .filter(({ n }) => n > 0)
    .map(({ at, n, mean }) => ({ at, mean, variance: usual.ofOne / n + usual.wobble }))
  const points = pointsOfChart(answered, usual, { lambda, L: widened(L, usual) })
  const shifts: Shift[] = []
  points.forEach((point, i) => {
    const side = sideOf(point)
    if (side === 0 || side === sideOf(points[i - 1])) return
    const before = points.slice(0, i)
    const back = before.findLast(({ ewma: average }) => average * side <= 0)
    const direction = side > 0 ? 'up' : 'down'
    const last = shifts.at(-1)
    if (last?.direction === direction && (back?.at ?? -1) <= last.at) return
    // Until the average last was beyond a limit, there was another shift.
    const calmFrom = before.findLastIndex((other) => sideOf(other) !== 0) + 1
    shifts.push({
      at: point.at,
      direction,
      ...changeIn(metric, answered.slice(calmFrom, i + 1), usual),
    })
  })
  return { points, shifts }
}

/** The baseline's mean and its variance, the variance of one answer, and that of the true score over time. */
type Usual = PeriodMean & { ofOne: number; wobble: number; df: number; share: number }

function usualOf(
  metric: Metric,
  baseline: Histogram,
  baselinePeriods: readonly Histogram[],
): Usual {
  const { n, mean, variance: ofOne } = momentsWithSpread(metric, baseline)
  if (!(n > 0)) throw new RangeError('a baseline needs answers')
  const { variance: wobble, df } = wobbleOf(metric, baselinePeriods, ofOne)
  const count = df + 1
  return {
    mean,
    variance: ofOne / n + wobble / count,
    ofOne,
    wobble,
    df,
    share: wobble / (wobble + (ofOne * count) / n),
  }
}

/** Widens the limit, since the wobble's share of the variance is estimated from few periods. */
function widened(L: number, { df, share }: Usual): number {
  if (share === 0) return L
  // Satterthwaite: only the wobble's part of the variance has few degrees of freedom.
  return studentQuantile(normalCdf(L), df / share ** 2)
}

type Period = PeriodMean & { at: number }

function pointsOfChart(answered: readonly Period[], usual: Usual, weights: Weights): ShiftPoint[] {
  const zs = answered.map(({ mean, variance }) => (mean - usual.mean) / Math.sqrt(variance))
  const averages = ewma(zs, { center: 0, sd: 1, ...weights })
  // The effect of the baseline's standard error, common to all periods, on each average.
  const inherited = ewma(
    answered.map(({ variance }) => Math.sqrt(usual.variance / variance)),
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

function changeIn(
  metric: Metric,
  periods: readonly Period[],
  usual: Usual,
): Pick<Shift, 'since' | 'onset' | 'size' | 'low' | 'high'> {
  const { min, max } = SCALES[metric]
  const { onset, size } = estimateChange(periods, usual, {
    sd: Math.sqrt(usual.ofOne),
    low: pointsOf(metric, min) - usual.mean,
    high: pointsOf(metric, max) - usual.mean,
  })
  const atOf = (index: number) => periods[index]!.at
  return {
    since: atOf(onset.likeliest),
    onset: { first: atOf(onset.first), last: atOf(onset.last) },
    size: size.estimate,
    low: size.low,
    high: size.high,
  }
}
