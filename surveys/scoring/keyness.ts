import { twoSidedP } from './distributions/distributions.ts'
import { adjustBenjaminiHochberg } from './differences/multiplicity.ts'

/** The number of respondents in the group and in the rest who used a word, each counted once. */
export type WordCount = { word: string; group: number; rest: number }

export type KeyWord = WordCount & {
  /** Log-odds ratio, above 0 where the group uses the word more. */
  delta: number
  z: number
  p: number
  adjustedP: number
  /** Whether the group uses the word more, by more than chance explains (q = .10). */
  telling: boolean
}

/**
 * Ranks the words that one group uses more than the rest. Tests only words that at least 5 respondents
 * used, 3 of them in the group, and that not everybody used.
 * @param respondents with a text, in the group and in the rest
 * @returns all tested words, by descending z
 * Source: Monroe, Colaresi & Quinn 2008, Political Analysis 16:372; Benjamini & Hochberg 1995.
 */
export function keyWords(
  words: readonly WordCount[],
  respondents: { group: number; rest: number },
): KeyWord[] {
  const everybody = respondents.group + respondents.rest
  const judged = words.filter(
    ({ group, rest }) => group >= 3 && group + rest >= 5 && group + rest < everybody,
  )
  const scored = judged.map((word) => {
    const { delta, z } = logOdds(word, respondents, {
      word: PRIOR_WEIGHT * (word.group + word.rest),
      all: PRIOR_WEIGHT * everybody,
    })
    return { ...word, delta, z, p: twoSidedP(z) }
  })
  const adjusted = adjustBenjaminiHochberg(scored.map(({ p }) => p))
  return scored
    .map((word, i) => ({ ...word, adjustedP: adjusted[i] ?? 1 }))
    .map((word) => ({ ...word, telling: word.delta > 0 && word.adjustedP <= 0.1 }))
    .sort((a, b) => b.z - a.z)
}

// The prior's weight as a share of the pooled counts: it damps rare words without hiding frequent ones.
const PRIOR_WEIGHT = 0.1

/**
 * The log-odds ratio of one word between a group and the rest, with an informative Dirichlet prior.
 * @param used respondents who used the word
 * @param respondents all who wrote
 * @param prior α of the word and α₀ of all
 * @returns δ, the approximate variance 1/(y₁ + α) + 1/(y₂ + α), and z = δ/√variance
 * Source: Monroe, Colaresi & Quinn 2008, equations 15–22.
 */
export function logOdds(
  used: { group: number; rest: number },
  respondents: { group: number; rest: number },
  prior: { word: number; all: number },
): { delta: number; variance: number; z: number } {
  const [inGroup, inRest] = [used.group + prior.word, used.rest + prior.word]
  const delta =
    Math.log(inGroup / (respondents.group + prior.all - inGroup)) -
    Math.log(inRest / (respondents.rest + prior.all - inRest))
  const variance = 1 / inGroup + 1 / inRest
  return { delta, variance, z: delta / Math.sqrt(variance) }
}
