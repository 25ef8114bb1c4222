import type { Interval } from '../intervals/proportion.ts'
import { sum } from '../sum.ts'

/** One period's mean and the variance of that mean, in score points. */
export type PeriodMean = { mean: number; variance: number }

/** When a change began and how large it is, each with what 95 % of its probability lies within. */
export type Change = {
  /** Indices of periods: the likeliest, and the first and last of the likely ones. */
  onset: { likeliest: number; first: number; last: number }
  /** In score points; within `low` and `high`. */
  size: Interval & { estimate: number }
}

const STEPS = 801
/** Half of all true shifts are taken to be smaller than this many standard deviations of one answer. */
const USUAL_SIZE = 0.04
/** What is so much less likely than the best adds nothing that could be seen (natural log). */
const NEGLIGIBLE = 15

/**
 * Estimates a lasting change of a mean that an alarm has told: all onsets are weighed against each
 * other, each as likely as any other before, so that the size isn't taken from the worst weeks alone,
 * which made the alarm; small sizes are likelier than large ones, by a Cauchy distribution, so that
 * little evidence is pulled towards none and much is not.
 * @param periods those in which it can have begun, in time order, one at least; variances above 0
 * @param usual   the mean before and the variance of that mean, which all periods inherit
 * @param scale   standard deviation of one answer, and the sizes that are possible
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

/** The likelihood of each onset: its height (log), and where the size peaks in it, how sharply. */
type Fit = { peak: number; size: number; precision: number }

function fitsByOnset(periods: readonly PeriodMean[], usual: PeriodMean): Fit[] {
  const weighed = periods.map(({ mean, variance }) => ({
    weight: 1 / variance,
    moved: (mean - usual.mean) / variance,
  }))
  // The error of the usual mean, common to all periods, is integrated out of their likelihood.
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

/** The index at which so much of all the weight is reached. */
function placeOf(weights: readonly number[], part: number): number {
  let left = part * sum(weights)
  return Math.max(
    0,
    weights.findIndex((weight) => (left -= weight) <= 0),
  )
}
