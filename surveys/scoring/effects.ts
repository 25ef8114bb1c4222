import { compare, type Comparison } from './compare.ts'
import { adjustTested, FALSE_DISCOVERIES } from './differences/multiplicity.ts'
import { evidenceLevelOf } from './evidenceLevel.ts'
import { sizeOf, subtractHistogram, type Histogram } from './histogram.ts'
import type { Metric } from './metrics.ts'

/** The score of those who gave an answer, compared with that of the others who answered its question. */
export type Effect = Pick<Comparison, 'difference' | 'low' | 'high' | 'p' | 'detectable'> & {
  /** The number of scores of those who gave the answer, and of the others. */
  n: number
  rest: number
  /** p adjusted for all tested answers of the question, Benjamini–Hochberg. */
  adjustedP: number | null
  verdict: 'higher' | 'lower' | 'no-difference' | 'too-few'
}

/**
 * Compares the scores by answer to one question. As for groups (groups.ts), answers given by fewer than 30
 * are not tested. A difference is clear if it is significant by itself (5 %), so that its interval excludes
 * 0, and among all answers of the question (Benjamini–Hochberg, q = .10).
 * @param chosen   for each answer, the scores of those who gave it; they may overlap, as for multiple choice
 * @param everyone the scores of all who answered the question
 * @returns one effect per answer, in order, in score points
 * @throws RangeError if a value is off the scale or a count is not a non-negative integer
 * Source: compare.ts; Benjamini & Hochberg 1995.
 */
export function effectsOf(
  metric: Metric,
  chosen: readonly Histogram[],
  everyone: Histogram,
): Effect[] {
  const compared = chosen.map((histogram) => {
    const n = sizeOf(histogram)
    const others = subtractHistogram(everyone, histogram)
    const comparison = compare(metric, others, histogram)
    const isTested = evidenceLevelOf(n) === 'full'
    return { comparison, n, rest: sizeOf(others), p: isTested ? comparison.p : null }
  })
  const adjusted = adjustTested(compared.map(({ p }) => p))
  return compared.map(({ comparison, n, rest, p }, at) => {
    const { difference, low, high, detectable } = comparison
    const adjustedP = adjusted[at] ?? null
    const verdict = p === null ? 'too-few' : verdictOf(comparison, adjustedP)
    return { n, rest, difference, low, high, p, detectable, adjustedP, verdict }
  })
}

function verdictOf({ verdict }: Comparison, adjustedP: number | null): Effect['verdict'] {
  const isClear = adjustedP !== null && adjustedP <= FALSE_DISCOVERIES
  if (!isClear || verdict === 'no-change' || verdict === 'too-few') return 'no-difference'
  return verdict === 'up' ? 'higher' : 'lower'
}
