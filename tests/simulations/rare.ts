import { asYesNo } from '../../surveys/scoring/intervals/cesInterval.ts'
import { compare } from '../../surveys/scoring/compare.ts'
import { studentQuantile } from '../../surveys/scoring/distributions/distributions.ts'
import { sortIntoTiers } from '../../surveys/scoring/groups.ts'
import type { Histogram } from '../../surveys/scoring/histogram.ts'
import type { Metric } from '../../surveys/scoring/metrics.ts'
import { momentsOf } from '../../surveys/scoring/moments.ts'
import { wilson, type Interval } from '../../surveys/scoring/intervals/proportion.ts'
import { scoreOf } from '../../surveys/scoring/score.ts'
import { drawAnswers, likelyOutcomes, seededRandom } from './chance.ts'
import { markdown, meanAndHighest, meanAndWorst, meanOf } from './markdown.ts'
import { RARE, trueScore, USUAL, type Truth } from './truths.ts'

const SIZES = [10, 30, 100, 1000]
const PAIRS = [...SIZES.map((n) => [n, n] as const), [10, 200] as const, [100, 1000] as const]
const VIEWS = [
  [3, 60],
  [10, 60],
  [10, 200],
] as const
const ROWS = (['nps', 'csat', 'ces'] as const).flatMap((metric) => [
  { name: `${metric.toUpperCase()}, usual`, metric, truths: USUAL[metric] },
  { name: `${metric.toUpperCase()}, rare`, metric, truths: RARE[metric] },
])
const DRAWS = 2_000
const TIER_VIEWS = 400

/**
 * Tabulates coverage and mean width of intervals for spread answers, and for those with few outliers.
 */
export function rareCoverageTable(): string {
  const rowOf = (
    name: string,
    metric: Metric,
    truths: readonly Truth[],
    interval: (answers: Histogram) => Interval,
  ) => [
    name,
    ...SIZES.map((n) => {
      const results = truths.map((truth) => holding(metric, n, truth, interval))
      const width = meanOf(results.map((each) => each.width)).toFixed(metric === 'ces' ? 2 : 1)
      return `${meanAndWorst(results.map(({ coverage }) => coverage))}, ${width}`
    }),
  ]
  return markdown(
    ['interval', ...SIZES.map((n) => `n = ${n}`)],
    [
      ...ROWS.map(({ name, metric, truths }) => rowOf(name, metric, truths, intervalOf(metric))),
      ...(['usual', 'rare'] as const).map((kind) =>
        rowOf(
          `(CES by s² alone, ${kind})`,
          'ces',
          { usual: USUAL, rare: RARE }[kind].ces,
          seenOnly,
        ),
      ),
    ],
  )
}

/** How often two samples from the same distribution differ significantly. */
export function rareDifferenceTable(): string {
  return markdown(
    ['', ...PAIRS.map(([before, after]) => `${before} against ${after}`)],
    ROWS.map(({ name, metric, truths }) => [
      name,
      ...PAIRS.map((sizes) =>
        meanAndHighest(truths.map((truth) => falseAlarms(metric, sizes, truth))),
      ),
    ]),
  )
}

/** How often a view of groups that do not differ has one that is called above or below. */
export function rareTierTable(): string {
  return markdown(
    ['', ...VIEWS.map(([groups, size]) => `${groups} groups of ${size}`)],
    ROWS.map(({ name, metric, truths }) => [
      name,
      ...VIEWS.map(([groups, size]) =>
        meanAndHighest(truths.map((truth) => falseTiers(metric, groups, size, truth, TIER_VIEWS))),
      ),
    ]),
  )
}

/** Returns the function for the product's interval of a score. */
export function intervalOf(metric: Metric): (answers: Histogram) => Interval {
  return (answers) => {
    const { low, high } = scoreOf(metric, answers)
    return { low: low!, high: high! }
  }
}

/**
 * Computes how often an interval covers the true score, and how wide it is; exactly if there are few
 * outcomes.
 */
export function holding(
  metric: Metric,
  n: number,
  truth: Truth,
  interval: (answers: Histogram) => Interval,
): { coverage: number; width: number } {
  const score = trueScore(metric, truth)
  let [coverage, width] = [0, 0]
  for (const { answers, chance } of samplesOf(metric, n, truth)) {
    const { low, high } = interval(answers)
    if (low <= score + 1e-9 && score - 1e-9 <= high) coverage += chance
    width += chance * (high - low)
  }
  return { coverage, width }
}

/** How often two samples from the same distribution differ significantly. */
export function falseAlarms(
  metric: Metric,
  [before, after]: readonly [number, number],
  truth: Truth,
): number {
  const random = seededRandom(before + after)
  const verdicts = Array.from({ length: DRAWS }, () => {
    const [was, is] = [before, after].map((n) => drawAnswers(metric, n, truth, random))
    return compare(metric, was!, is!).verdict
  })
  return verdicts.filter((verdict) => verdict !== 'no-change').length / DRAWS
}

/** Computes the share of views of equal groups in which one is called above or below. */
export function falseTiers(
  metric: Metric,
  groups: number,
  size: number,
  truth: Truth,
  views: number,
): number {
  const random = seededRandom(groups * size)
  const wrong = Array.from({ length: views }, () => {
    const view = Array.from({ length: groups }, (_, i) => ({
      key: `${i}`,
      histogram: drawAnswers(metric, size, truth, random),
    }))
    return sortIntoTiers(metric, view).some(({ tier }) => tier !== 'cannot-tell')
  })
  return wrong.filter(Boolean).length / views
}

function samplesOf(metric: Metric, n: number, truth: Truth) {
  if (truth.filter((share) => share > 0).length <= 3 || n <= 10)
    return likelyOutcomes(metric, n, truth)
  const random = seededRandom(n)
  return Array.from({ length: DRAWS }, () => ({
    answers: drawAnswers(metric, n, truth, random),
    chance: 1 / DRAWS,
  }))
}

/** Computes the interval of a CES mean from the variance of the observed answers alone. */
function seenOnly(answers: Histogram): Interval {
  const moments = momentsOf('ces', answers)
  const { share, n } = asYesNo(moments, 0)
  const { low, high } = wilson(share, n, studentQuantile(0.975, moments.n - 1))
  return { low: 1 + 6 * low, high: 1 + 6 * high }
}
