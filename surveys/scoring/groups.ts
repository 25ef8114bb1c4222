import { compare } from './compare.ts'
import { addHistograms, sizeOf, subtractHistogram, type Histogram } from './histogram.ts'
import type { Metric } from './metrics.ts'
import { momentsOf, momentsWithSpread } from './moments.ts'
import { adjustTested, FALSE_DISCOVERIES } from './differences/multiplicity.ts'
import { scoreOf, type Score } from './score.ts'
import { shrink } from './shrinkage.ts'

export type Group = { key: string; histogram: Histogram }

export type JudgedGroup = {
  key: string
  score: Score
  /** The score shrunk towards the score of all, in score points; null without answers. */
  shrunk: number | null
  /** The number of answers outside the group. */
  rest: number
  /** The group's score − the rest's, in score points. */
  difference: number | null
  p: number | null
  /** p adjusted for all tested groups, Benjamini–Hochberg. */
  adjustedP: number | null
  tier: 'above' | 'cannot-tell' | 'below' | 'too-few'
}

/**
 * Sorts the groups of one property (agents, channels, …) into tiers. Each group is compared with the rest,
 * all answers outside it, rather than with a total that includes it. Groups of fewer than 30 answers are
 * 'too-few': they are not tested, but belong to the rest of others.
 * @param groups  each answer in one group only
 * @param without the answers without the property; they belong to every rest
 * @returns one result per group, in order; p and adjustedP are null if not tested (fewer than 30 answers,
 *   or fewer than 10 in the rest)
 * @throws RangeError if a value is off the scale or a count is not a non-negative integer
 * Source: compare.ts; Benjamini & Hochberg 1995 with q = .10; Efron & Morris 1975 for `shrunk`, with the
 *   variance of all answers for each group, so that three equal answers don't count as certain.
 */
export function sortIntoTiers(
  metric: Metric,
  groups: readonly Group[],
  without: Histogram = {},
): JudgedGroup[] {
  const everyone = addHistograms(without, ...groups.map(({ histogram }) => histogram))
  const judged = groups.map((group) => judge(metric, group, everyone))
  const shrunk = shrunkScores(metric, groups, everyone)
  const adjusted = adjustTested(judged.map(({ p }) => p))
  return judged.map((evidenceLevel, i) => {
    const adjustedP = adjusted[i] ?? null
    return {
      ...evidenceLevel,
      shrunk: shrunk[i] ?? null,
      adjustedP,
      tier: tierOf(evidenceLevel, adjustedP),
    }
  })
}

type Judgement = Pick<JudgedGroup, 'key' | 'score' | 'rest' | 'difference' | 'p'>

function judge(metric: Metric, group: Group, everyone: Histogram): Judgement {
  const rest = subtractHistogram(everyone, group.histogram)
  const { difference, p } = compare(metric, rest, group.histogram)
  const score = scoreOf(metric, group.histogram)
  const judgedP = score.evidenceLevel === 'full' ? p : null
  return { key: group.key, score, rest: sizeOf(rest), difference, p: judgedP }
}

function shrunkScores(
  metric: Metric,
  groups: readonly Group[],
  everyone: Histogram,
): (number | null)[] {
  const all = momentsWithSpread(metric, everyone)
  const estimates = groups.map(({ histogram }) => {
    const { n, mean } = momentsOf(metric, histogram)
    return { value: mean, variance: all.variance / n, n }
  })
  const shrunk = shrink(
    all.mean,
    estimates.filter(({ n }) => n > 0),
  ).values()
  return estimates.map(({ n }) => (n === 0 ? null : (shrunk.next().value ?? null)))
}

function tierOf({ score, difference }: Judgement, adjustedP: number | null): JudgedGroup['tier'] {
  if (score.evidenceLevel !== 'full') return 'too-few'
  if (adjustedP === null || adjustedP > FALSE_DISCOVERIES) return 'cannot-tell'
  return (difference ?? 0) > 0 ? 'above' : 'below'
}
