import type { Histogram } from './histogram.ts'
import type { Metric } from './metrics.ts'
import { momentsOf, type Moments } from './moments.ts'
import { sum } from './sum.ts'

/** The variance of the true score from period to period, and its degrees of freedom. */
export type Wobble = { variance: number; df: number }

/** In standard deviations of one answer: the prior's scale, and the step of the grid. */
const USUAL_WOBBLE = 0.04
const STEP = 0.004
const STEPS = 100

/**
 * Estimates the variance of the true score between periods, beyond sampling error: the posterior mean
 * with a half-normal prior of 4 % of one answer's standard deviation (about 3 NPS points), which keeps
 * noise from being taken for variation if there are few answers.
 * @param periods without a lasting change; those without answers are ignored
 * @param variance of one answer, in squared score points
 * @returns squared score points; 0 if fewer than 3 periods have answers
 * Source: restricted likelihood of a random-effects model (DerSimonian & Laird 1986, Controlled
 *   Clinical Trials 7:177, who solve it by moments); half-normal priors, Röver et al. 2021, Research
 *   Synthesis Methods 12:448. The prior's scale is our own.
 */
export function wobbleOf(metric: Metric, periods: readonly Histogram[], variance: number): Wobble {
  const means = periods.map((period) => momentsOf(metric, period)).filter(({ n }) => n > 0)
  const df = means.length - 1
  if (df < 2) return { variance: 0, df: 0 }
  const steps = Array.from({ length: STEPS }, (_, step) => step * STEP)
  const logs = steps.map(
    (step) => logLikelihood(means, variance, step ** 2 * variance) - (step / USUAL_WOBBLE) ** 2 / 2,
  )
  const best = Math.max(...logs)
  const weights = logs.map((log) => Math.exp(log - best))
  const squares = sum(steps.map((step, i) => step ** 2 * weights[i]!))
  return { variance: (variance * squares) / sum(weights), df }
}

/** The log-likelihood of means around one unknown mean, which is integrated out. */
function logLikelihood(means: readonly Moments[], variance: number, wobble: number): number {
  const weights = means.map(({ n }) => 1 / (variance / n + wobble))
  const all = sum(weights)
  const centre = sum(means.map(({ mean }, i) => weights[i]! * mean)) / all
  const squares = sum(means.map(({ mean }, i) => weights[i]! * (mean - centre) ** 2))
  return (sum(weights.map(Math.log)) - Math.log(all) - squares) / 2
}
