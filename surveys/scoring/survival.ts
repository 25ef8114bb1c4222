import { Z95 } from './distributions/distributions.ts'

/** One follow-up: how long it took, or has been open so far, in any unit of time. */
export type Spell = { time: number; ended: boolean }

/** The curve just after `time`: the share that takes longer, its standard error and 95 % limits. */
export type Step = {
  time: number
  atRisk: number
  ended: number
  survival: number
  se: number
  low: number
  high: number
}

export type Survival = {
  steps: Step[]
  /** The times by which 50 % and 90 % have ended; null if the curve doesn't reach that share. */
  median: number | null
  p90: number | null
}

/**
 * The Kaplan–Meier curve of waiting times, with open follow-ups as censored observations; omitting them
 * would hide the slow ones.
 * @param spells all follow-ups opened in a period, times ≥ 0
 * @returns one step per time at which a follow-up ended, in order. Limits are log-log; at a survival of 0,
 *   where they are undefined, low is 0 and high is the previous one.
 * @throws RangeError if a time is negative or not finite
 * Source: Kaplan & Meier 1958, JASA 53:457; Greenwood 1926 (error); Kalbfleisch & Prentice 1980
 *   (log-log limits).
 */
export function kaplanMeier(spells: readonly Spell[]): Survival {
  const wrong = spells.find(({ time }) => !(time >= 0 && time < Infinity))
  if (wrong) throw new RangeError(`${wrong.time} is not a time that a case took`)
  const steps = stepsOf(spells.toSorted((a, b) => a.time - b.time))
  return { steps, median: timeUntil(steps, 0.5), p90: timeUntil(steps, 0.1) }
}

function stepsOf(sorted: readonly Spell[]): Step[] {
  const steps: Step[] = []
  let survival = 1
  let greenwood = 0
  let atRisk = sorted.length
  for (const [time, { ended, seen: total }] of endingsByTime(sorted)) {
    if (ended > 0) {
      survival *= 1 - ended / atRisk
      greenwood += ended / (atRisk * (atRisk - ended))
      const se = survival === 0 ? 0 : survival * Math.sqrt(greenwood)
      const limits = logLogLimits(survival, greenwood, steps.at(-1)?.high ?? 1)
      steps.push({ time, atRisk, ended, survival, se, ...limits })
    }
    atRisk -= total
  }
  return steps
}

function endingsByTime(sorted: readonly Spell[]): Map<number, { ended: number; seen: number }> {
  const byTime = new Map<number, { ended: number; seen: number }>()
  for (const { time, ended } of sorted) {
    const so = byTime.get(time) ?? { ended: 0, seen: 0 }
    byTime.set(time, { ended: so.ended + (ended ? 1 : 0), seen: so.seen + 1 })
  }
  return byTime
}

function logLogLimits(
  survival: number,
  greenwood: number,
  highBefore: number,
): { low: number; high: number } {
  if (survival === 0) return { low: 0, high: highBefore }
  const spread = Math.exp((Z95 * Math.sqrt(greenwood)) / Math.log(survival))
  return { low: survival ** (1 / spread), high: survival ** spread }
}

// Allows for rounding errors in the product of the steps.
function timeUntil(steps: readonly Step[], share: number): number | null {
  return steps.find(({ survival }) => survival <= share + 1e-12)?.time ?? null
}
