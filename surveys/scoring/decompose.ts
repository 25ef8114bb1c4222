import { addHistograms, type Histogram } from './histogram.ts'
import type { Metric } from './metrics.ts'
import { momentsOf, type Moments } from './moments.ts'

export type SplitChange = {
  /** after − before, score points. */
  total: number
  /** What comes from other customers answering: groups grew or shrank. */
  mix: number
  /** What comes from the groups' own scores. */
  within: number
  groups: { key: string; mix: number; within: number }[]
}

/**
 * Splits a score's change into who answered and what changed inside the groups; the parts sum to
 * the total. With shares of answers w and group scores m, a group's mix is Δw·(m̄ − M) and its within
 * is w̄·Δm, bars being the mean of before and after. M, the mean of the two scores, adds nothing to the
 * sum and makes a group's mix speak for itself: more answers from below-average groups pull down.
 * A group that answered on one side only has no Δm: all of it is mix.
 * @param before, after each a complete set of groups, by key
 * @returns score points, or null when either side has no answers
 * @throws RangeError when a value is not on the scale or a count is not a whole number from 0
 * Source: Kitagawa 1955, JASA 50:1168.
 */
export function splitChange(
  metric: Metric,
  before: Readonly<Record<string, Histogram>>,
  after: Readonly<Record<string, Histogram>>,
): SplitChange | null {
  const [was, is] = [poolOf(metric, before), poolOf(metric, after)]
  if (was.n === 0 || is.n === 0) return null
  const middle = (was.mean + is.mean) / 2
  const groups = [...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => {
    const [wasGroup, isGroup] = bothSides(metric, before[key] ?? {}, after[key] ?? {})
    const [wasShare, isShare] = [wasGroup.n / was.n, isGroup.n / is.n]
    return {
      key,
      mix: (isShare - wasShare) * ((wasGroup.mean + isGroup.mean) / 2 - middle),
      within: ((wasShare + isShare) / 2) * (isGroup.mean - wasGroup.mean),
    }
  })
  const mix = groups.reduce((sum, group) => sum + group.mix, 0)
  const within = groups.reduce((sum, group) => sum + group.within, 0)
  return { total: is.mean - was.mean, mix, within, groups }
}

function poolOf(metric: Metric, groups: Readonly<Record<string, Histogram>>): Moments {
  return momentsOf(metric, addHistograms(...Object.values(groups)))
}

// The side without answers borrows the other's score, which leaves nothing to change within.
function bothSides(metric: Metric, before: Histogram, after: Histogram): [Moments, Moments] {
  const [was, is] = [momentsOf(metric, before), momentsOf(metric, after)]
  if (was.n === 0 && is.n === 0)
    return [
      { ...was, mean: 0 },
      { ...is, mean: 0 },
    ]
  if (was.n === 0) return [{ ...was, mean: is.mean }, is]
  return is.n === 0 ? [was, { ...is, mean: was.mean }] : [was, is]
}
