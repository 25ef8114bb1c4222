import { addHistograms, type Histogram } from './histogram.ts'
import type { Metric } from './metrics.ts'
import { momentsOf, type Moments } from './moments.ts'

export type SplitChange = {
  /** after − before, score points. */
  total: number
  /** The part from groups having other shares of the answers. */
  mix: number
  /** The part from changed scores within groups. */
  within: number
  groups: { key: string; mix: number; within: number }[]
}

/**
 * Splits a score's change into who answered (mix) and what changed within groups; the parts sum to the
 * total. With w a group's share of answers and m its score, its mix is Δw·(m̄ − M) and its within is
 * w̄·Δm, where a bar is the mean of before and after. M is the mean of the two total scores: it cancels
 * in the sum, and makes the mix negative if a below-average group grows. A group that is missing on one
 * side has no Δm and contributes only to the mix.
 * @param before, after each a complete set of groups, by key
 * @returns score points, or null if either side has no answers
 * @throws RangeError if a value is off the scale or a count is not a non-negative integer
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

// A side without answers takes the other's score, so that nothing changes within the group.
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
