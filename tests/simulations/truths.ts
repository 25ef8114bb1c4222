import { SCALES, type Metric } from '../../surveys/scoring/metrics.ts'

/** The true share of each cell: one value per band, in CES every value. */
export type Truth = readonly number[]

export const CELLS: Record<Metric, readonly number[]> = {
  nps: [0, 7, 10],
  csat: [1, 5],
  ces: [1, 2, 3, 4, 5, 6, 7],
}

/** Computes the score that infinitely many answers from this truth would have. */
export function trueScore(metric: Metric, truth: Truth): number {
  const points = { nps: [-100, 0, 100], csat: [0, 100], ces: CELLS.ces }[metric]
  return points.reduce((sum, point, cell) => sum + point * truth[cell]!, 0)
}

/** Lists every NPS with shares of promoters and detractors in steps of 5 %, none of them 0. */
export function npsTruths(step = 5): Truth[] {
  const shares = percentages(step)
  return shares
    .flatMap((promoters) => shares.map((detractors) => [promoters, detractors] as const))
    .filter(([promoters, detractors]) => promoters + detractors <= 100)
    .map(([promoters, detractors]) => [detractors, 100 - promoters - detractors, promoters])
    .map((cells) => cells.map((cell) => cell / 100))
}

/** Lists every share of satisfied answers in steps. */
export function csatTruths(step = 1): Truth[] {
  return percentages(step).map((satisfied) => [1 - satisfied / 100, satisfied / 100])
}

/**
 * Lists CES distributions: skewed to one end, even, in the middle, at both ends, and nearly all at one
 * end.
 */
export function cesTruths(slopes = [0.3, 0.5, 0.8, 1, 1.25, 2, 3, 6]): Truth[] {
  const steps = CELLS.ces.map((value) => value - SCALES.ces.min)
  const shapes = [
    [0.01, 0.01, 0.02, 0.06, 0.2, 0.5, 0.2],
    [0.4, 0.04, 0.04, 0.04, 0.04, 0.04, 0.4],
    [0.1, 0, 0, 0, 0, 0, 0.9],
    [0.03, 0, 0, 0, 0, 0, 0.97],
  ]
  return [...slopes.map((slope) => normalised(steps.map((step) => slope ** step))), ...shapes]
}

/** Typical distributions, spread over several values. */
export const USUAL: Record<Metric, readonly Truth[]> = {
  nps: [
    [0.2, 0.3, 0.5],
    [0.1, 0.25, 0.65],
    [0.45, 0.3, 0.25],
    [0.34, 0.33, 0.33],
  ],
  csat: [
    [0.15, 0.85],
    [0.3, 0.7],
    [0.6, 0.4],
  ],
  ces: [
    ...cesTruths([0.5, 0.8, 1, 1.25, 2]).slice(0, 7),
    [0.05, 0.06, 0.09, 0.1, 0.2, 0.25, 0.25],
    [0.02, 0.02, 0.03, 0.05, 0.13, 0.3, 0.45],
  ],
}

/**
 * Distributions with nearly all answers equal and rare ones off them, up to the far end; some mirrored.
 */
export const RARE: Record<Metric, readonly Truth[]> = {
  nps: [
    ...[0.2, 0.5, 1, 2, 5].flatMap((detractors) =>
      [0, 2, 10, 20].map((passives) => truthOf('nps', 10, { 0: detractors, 7: passives })),
    ),
    ...withMirrors([truthOf('nps', 7, { 0: 1 }), truthOf('nps', 7, { 0: 1, 10: 1 })]),
  ],
  csat: withMirrors([0.2, 0.5, 1, 2, 3, 5].map((low) => truthOf('csat', 5, { 1: low }))),
  ces: [
    ...[0.2, 0.5, 1, 2, 5].flatMap((low) =>
      [1, 2, 3, 4].flatMap((value) =>
        [0, 2, 10].map((sixes) => truthOf('ces', 7, { [value]: low, 6: sixes })),
      ),
    ),
    ...withMirrors([
      truthOf('ces', 7, { 6: 3, 2: 1, 1: 1 }),
      truthOf('ces', 7, { 6: 5, 4: 4, 1: 1 }),
      truthOf('ces', 6, { 1: 1, 7: 2 }),
      truthOf('ces', 4, { 1: 1, 7: 1 }),
    ]),
  ],
}

/** Creates a truth in which everyone gives one answer, except for these percentages of others. */
function truthOf(metric: Metric, answer: number, others: Record<number, number>): Truth {
  const rest = 100 - Object.values(others).reduce((sum, percent) => sum + percent, 0)
  const percents: Record<number, number> = { ...others, [answer]: rest }
  return CELLS[metric].map((value) => (percents[value] ?? 0) / 100)
}

function withMirrors(truths: Truth[]): Truth[] {
  return truths.flatMap((truth) => [truth, truth.toReversed()])
}

function percentages(step: number): number[] {
  return Array.from({ length: Math.ceil(100 / step) - 1 }, (_, i) => (i + 1) * step)
}

function normalised(weights: number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}
