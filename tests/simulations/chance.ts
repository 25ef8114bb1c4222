import type { Histogram } from '../../surveys/scoring/histogram.ts'
import { CELLS, type Truth } from './truths.ts'
import type { Metric } from '../../surveys/scoring/metrics.ts'

/** The number of answers of each sample. */
export type Sizes = readonly number[]

const ENUMERATED_AT_MOST = 60_000
const DRAWS = 2_000

/**
 * Computes the probability of an event under each combination of truths (one per sample): exactly, over
 * all possible samples, if these are few; otherwise over 2,000 draws.
 * @param measure what the product computes from the samples
 * @param isEvent whether that is the event, given the truths
 */
export function probabilities<Measured>(
  metric: Metric,
  sizes: Sizes,
  combinations: readonly (readonly Truth[])[],
  random: () => number,
  measure: (...samples: Histogram[]) => Measured,
  isEvent: (measured: Measured, truths: readonly Truth[]) => boolean,
): number[] {
  if (!isEnumerable(metric, sizes)) {
    return combinations.map((truths) => {
      let events = 0
      for (let draw = 0; draw < DRAWS; draw++) {
        const samples = sizes.map((n, i) => drawAnswers(metric, n, truths[i]!, random))
        if (isEvent(measure(...samples), truths)) events++
      }
      return events / DRAWS
    })
  }
  const outcomes = sizes.map((n) => countsOf(n, CELLS[metric].length))
  const indices = product(outcomes.map(({ length }) => length))
  const measured = indices.map((at) =>
    measure(...at.map((index, sample) => histogramOfCounts(metric, outcomes[sample]![index]!))),
  )
  return combinations.map((truths) => {
    const chances = outcomes.map((list, sample) =>
      list.map((counts) => chanceOf(counts, truths[sample]!)),
    )
    return indices.reduce((sum, at, i) => {
      if (!isEvent(measured[i]!, truths)) return sum
      return sum + at.reduce((chance, index, sample) => chance * chances[sample]![index]!, 1)
    }, 0)
  })
}

/**
 * Lists the samples that n people could give, with their probabilities, except those rarer than one in
 * 10⁹.
 */
export function likelyOutcomes(
  metric: Metric,
  n: number,
  truth: Truth,
): { answers: Histogram; chance: number }[] {
  // Rarest cells first: few of their counts are likely, and the rest falls to the most common cell.
  const cells = truth
    .map((share, cell) => ({ share, cell }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => a.share - b.share)
  let sofar = [{ counts: truth.map(() => 0), left: n, chance: 1 }]
  let among = 1
  for (const { share, cell } of cells.slice(0, -1)) {
    const here = share / among
    sofar = sofar.flatMap(({ counts, left, chance }) =>
      likelyCounts(left, here, chance).map((drawn) => ({
        counts: counts.with(cell, drawn.count),
        left: left - drawn.count,
        chance: drawn.chance,
      })),
    )
    among -= share
  }
  const last = cells.at(-1)!.cell
  return sofar.map(({ counts, left, chance }) => ({
    answers: histogramOfCounts(metric, counts.with(last, left)),
    chance,
  }))
}

function likelyCounts(n: number, share: number, sofar: number) {
  return Array.from({ length: n + 1 }, (_, count) => ({
    count,
    chance: sofar * chanceOf([count, n - count], [share, 1 - share]),
  })).filter(({ chance }) => chance > 1e-9)
}

/** Whether samples of these sizes have few enough outcomes to enumerate. */
function isEnumerable(metric: Metric, sizes: Sizes): boolean {
  const cells = CELLS[metric].length
  return sizes.reduce((all, n) => all * choose(n + cells - 1, cells - 1), 1) <= ENUMERATED_AT_MOST
}

/** Draws n answers from a truth. */
export function drawAnswers(
  metric: Metric,
  n: number,
  truth: Truth,
  random: () => number,
): Histogram {
  const counts = truth.map(() => 0)
  for (let answer = 0; answer < n; answer++) {
    let left = random()
    let cell = 0
    while (cell < truth.length - 1 && left >= truth[cell]!) left -= truth[cell++]!
    counts[cell]!++
  }
  return histogramOfCounts(metric, counts)
}

/** Creates a generator of numbers in 0…1 that are the same in every run (Mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function histogramOfCounts(metric: Metric, counts: readonly number[]): Histogram {
  return Object.fromEntries(CELLS[metric].map((value, cell) => [value, counts[cell]!]))
}

function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k
}

function countsOf(n: number, cells: number): number[][] {
  if (cells === 1) return [[n]]
  return Array.from({ length: n + 1 }, (_, first) =>
    countsOf(n - first, cells - 1).map((others) => [first, ...others]),
  ).flat()
}

function product(lengths: number[]): number[][] {
  return lengths.reduce<number[][]>(
    (sofar, length) => sofar.flatMap((at) => Array.from({ length }, (_, index) => [...at, index])),
    [[]],
  )
}

function chanceOf(counts: readonly number[], truth: Truth): number {
  const n = counts.reduce((sum, count) => sum + count, 0)
  const terms = counts.map((count, cell) =>
    count === 0 ? 0 : count * Math.log(truth[cell]!) - logFactorial(count),
  )
  return Math.exp(terms.reduce((sum, term) => sum + term, logFactorial(n)))
}

const LOG_FACTORIALS = [0]
function logFactorial(n: number): number {
  for (let k = LOG_FACTORIALS.length; k <= n; k++) {
    LOG_FACTORIALS.push(LOG_FACTORIALS[k - 1]! + Math.log(k))
  }
  return LOG_FACTORIALS[n]!
}
