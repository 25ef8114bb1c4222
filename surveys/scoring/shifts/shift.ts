import { estimateChange, type PeriodMean } from './changePoint.ts'
import { normalCdf, studentQuantile } from '../distributions/distributions.ts'
import { ewma, type Weights } from './ewma.ts'
import type { Histogram } from '../histogram.ts'
import { pointsOf, SCALES, type Metric } from '../metrics.ts'
import { momentsOf, momentsWithSpread } from '../moments.ts'
import { wobbleOf } from '../wobble.ts'

type Shift = {
  /** The period in which the chart signalled, and the one in which the shift likeliest began. */
  at: number
  since: number
  /** The first and last of the periods in which it can have begun, with 95 % probability. */
  onset: { first: number; last: number }
  direction: 'up' | 'down'
  /** How far the score has been from the baseline's since, and the 95 % limits, in score points. */
  size: number
  low: number
  high: number
}

/** One period's z and the average so far, in standard errors from the baseline; see Shift for at. */
type ShiftPoint = { at: number; z: number; ewma: number; limit: number }

export type ShiftChart = { points: ShiftPoint[]; shifts: Shift[] }

type Options = Weights & {
  /** The baseline's own answers by period: how much they differ says how much the truth wobbles. */
  baselinePeriods: readonly Histogram[]
}

/**
 * Tells real shifts of a score from noise: an EWMA of each period's z = (score − baseline)/√(V/n + τ²)
 * signals where it leaves ± limit; τ² is the variance of the true score from period to period. That
 * is one shift, reported where it signals first, until the average has been back at the baseline or
 * beyond the other limit. Its onset and size are estimated as in changePoint.ts.
 * The baseline stays as it is: after a shift that is accepted as the new normal, the caller sets a
 * new baseline, as a logged event, and starts again with the periods after it.
 * @param periods in time order, each with its own answers (never overlapping windows); a period
 *   without answers is a gap and is skipped
 * @param baseline answers before the first period, none of them in a period
 * @param options lambda, the weight of the newest period, and L, the limit in standard errors; without
 *   the baseline's periods the truth is taken to be steady
 * @throws RangeError when the baseline is empty, a value is off the scale or a count is not whole
 * Source: Lucas & Saccucci 1990, Technometrics 32:1; τ² as in wobble.ts. The limits also hold the
 *   error of the baseline and, by Student's t, that of τ², which is our addition (docs/statistics.md):
 *   with a baseline of 13 equal weeks the textbook limits cry wolf four times as often as they promise
 *   (Jones, Champ & Rigdon 2001, Technometrics 43:156).
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
    // While the average was beyond a limit, there was another shift.
    const calmFrom = before.findLastIndex((other) => sideOf(other) !== 0) + 1
    shifts.push({
      at: point.at,
      direction,
      ...changeIn(metric, answered.slice(calmFrom, i + 1), usual),
    })
  })
  return { points, shifts }
}

/** What is usual: the mean and its variance, that of one answer, and that of the truth over time. */
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

/** The limit for a standard error of which a share is the wobble, known from a few periods only. */
function widened(L: number, { df, share }: Usual): number {
  if (share === 0) return L
  // Satterthwaite: only the wobble's part of the variance has these few degrees of freedom.
  return studentQuantile(normalCdf(L), df / share ** 2)
}

type Period = PeriodMean & { at: number }

function pointsOfChart(answered: readonly Period[], usual: Usual, weights: Weights): ShiftPoint[] {
  const zs = answered.map(({ mean, variance }) => (mean - usual.mean) / Math.sqrt(variance))
  const averages = ewma(zs, { center: 0, sd: 1, ...weights })
  // What one standard error of the baseline, which every period inherits, adds to each average.
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
