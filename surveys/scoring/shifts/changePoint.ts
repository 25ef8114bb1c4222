import type { Interval } from '../intervals/proportion.ts'
import { sum } from '../sum.ts'

/** One period's mean and the variance of that mean, in score points. */
export type PeriodMean = { mean: number; variance: number }

/** When a change began and how large it is, each with its 95 % credible interval. */
export type Change = {
  /** Indices of periods: the likeliest, and the ends of the interval. */
  onset: { likeliest: number; first: number; last: number }
  /** In score points; within `low` and `high`. */
  size: Interval & { estimate: number }
}

const STEPS = 801
/** The prior's median size of a shift, in standard deviations of one answer. */
const USUAL_SIZE = 0.04
/** Onsets less likely than the best by this log-likelihood are ignored. */
const NEGLIGIBLE = 15

/**
 * Estimates the onset and size of a lasting change of a mean after an alarm. Averages over all onsets with
 * equal prior probability, so that the size isn't taken only from the extreme weeks that caused the alarm.
 * The size has a Cauchy prior, which shrinks weak evidence towards 0 and leaves strong evidence unchanged.
 * @param periods in which it may have begun, in time order, at least one; variances above 0
 * @param usual   the mean before and its variance, which is common to all periods
 * @param scale   standard deviation of one answer, and the lowest and highest possible size
 * @returns the posterior's medians and 95 % limits
 * Source: Smith 1975, Biometrika 62:407 (Bayesian change point); Jeffreys 1961 (Cauchy prior). The
 *   prior's scale is our own; bias and coverage by simulation in docs/statistics.md.
 */
export function estimateChange(
  periods: readonly PeriodMean[],
  usual: PeriodMean,
  scale: Interval & { sd: number },
): Change {
  const fits = fitsByOnset(periods, usual)
  const sizes = sizesToWeigh(fits, scale)
  const best = Math.max(...fits.map(({ peak }) => peak))
  const weights = fits.map(({ peak, size, precision }) =>
    sizes.map((each) => {
      const log = peak - best - (precision * (each - size) ** 2) / 2
      return Math.exp(log) / (1 + (each / (USUAL_SIZE * scale.sd)) ** 2)
    }),
  )
  const ofOnset = weights.map(sum)
  const ofSize = sizes.map((_, step) => sum(weights.map((row) => row[step]!)))
  const [low, estimate, high] = [0.025, 0.5, 0.975].map((p) => sizes[placeOf(ofSize, p)]!)
  return {
    onset: {
      likeliest: ofOnset.indexOf(Math.max(...ofOnset)),
      first: placeOf(ofOnset, 0.025),
      last: placeOf(ofOnset, 0.975),
    },
    size: { low: low!, estimate: estimate!, high: high! },
  }
}

/** An onset's log-likelihood at the best size, that size, and its precision. */
type Fit = { peak: number; size: number; precision: number }

function fitsByOnset(periods: readonly PeriodMean[], usual: PeriodMean): Fit[] {
  const weighed = periods.map(({ mean, variance }) => ({
    weight: 1 / variance,
    moved: (mean - usual.mean) / variance,
  }))
  // Integrates out the error of the usual mean, which is common to all periods.
  const common = sum(weighed.map(({ weight }) => weight)) + 1 / usual.variance
  const allMoved = sum(weighed.map(({ moved }) => moved))
  return weighed.map((_, onset) => {
    const since = weighed.slice(onset)
    const weight = sum(since.map((period) => period.weight))
    const precision = weight - weight ** 2 / common
    const pull = sum(since.map(({ moved }) => moved)) - (allMoved * weight) / common
    return { peak: pull ** 2 / precision / 2, size: pull / precision, precision }
  })
}

function sizesToWeigh(fits: readonly Fit[], { low, high }: Interval): number[] {
  const best = Math.max(...fits.map(({ peak }) => peak))
  const likely = fits.filter(({ peak }) => peak > best - NEGLIGIBLE)
  const reach = (fit: Fit) => 5 / Math.sqrt(fit.precision)
  const from = Math.max(low, Math.min(...likely.map((fit) => fit.size - reach(fit))))
  const to = Math.min(high, Math.max(...likely.map((fit) => fit.size + reach(fit))))
  return Array.from({ length: STEPS }, (_, step) => from + ((to - from) * step) / (STEPS - 1))
}

/** The index at which the cumulated weight reaches this share of the total. */
function placeOf(weights: readonly number[], part: number): number {
  let left = part * sum(weights)
  return Math.max(
    0,
    weights.findIndex((weight) => (left -= weight) <= 0),
  )
}
