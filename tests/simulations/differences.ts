import { compare } from '../../surveys/scoring/compare.ts'
import { sortIntoTiers } from '../../surveys/scoring/groups.ts'
import type { Histogram } from '../../surveys/scoring/histogram.ts'
import { welch } from '../../surveys/scoring/differences/meanDifference.ts'
import type { Metric } from '../../surveys/scoring/metrics.ts'
import { momentsOf, type Moments } from '../../surveys/scoring/moments.ts'
import { drawAnswers, probabilities, seededRandom, type Sizes } from './chance.ts'
import { markdown, meanAndHighest, meanAndWorst } from './markdown.ts'
import { cesTruths, csatTruths, npsTruths, trueScore, type Truth } from './truths.ts'

const PAIRS: Sizes[] = [
  [10, 10],
  [20, 20],
  [50, 50],
  [200, 200],
  [10, 200],
  [50, 500],
]
const METRICS: Metric[] = ['nps', 'csat', 'ces']
const TRUTHS: Record<Metric, Truth[]> = {
  nps: npsTruths(20),
  csat: csatTruths(10),
  ces: cesTruths([0.3, 1, 3, 6]),
}

/**
 * Tabulates the coverage of intervals of a difference, and how often equal scores differ significantly.
 */
export function differenceTable(): string {
  const rowsOf = (name: string, metric: Metric, judge: Judge) => {
    const rates = PAIRS.map((sizes) => ratesOf(metric, sizes, judge))
    return [
      [`${name}: coverage`, ...rates.map(({ coverages }) => meanAndWorst(coverages))],
      [`${name}: false alarms`, ...rates.map(({ falseAlarms }) => meanAndHighest(falseAlarms))],
    ]
  }
  const rows = [
    ...METRICS.flatMap((metric) =>
      rowsOf(metric.toUpperCase(), metric, (before, after) => {
        const { low, high, p } = compare(metric, before, after)
        return { low: low!, high: high!, p: p! }
      }),
    ),
    ...rowsOf('(Welch instead)', 'ces', (before, after) =>
      welch(spreadSeen(before), spreadSeen(after)),
    ),
  ]
  return markdown(['', ...PAIRS.map(([before, after]) => `${before} against ${after}`)], rows)
}

/**
 * Returns moments with at least as much variance as if one answer were one step off; with none, Welch's
 * test is undefined.
 */
function spreadSeen(answers: Histogram): Moments {
  const moments = momentsOf('ces', answers)
  return { ...moments, variance: Math.max(moments.variance, 1 / moments.n) }
}

type Judge = (before: Histogram, after: Histogram) => { low: number; high: number; p: number }

/** Tabulates how often a view of equal groups has one that is called above or below. */
export function tierTable(): string {
  const rows = METRICS.map((metric) => [
    metric.toUpperCase(),
    ...[3, 10].map((size) =>
      meanAndHighest(
        TRUTHS[metric].filter(isEverySecond).map((truth) => wrongViews(metric, size, truth)),
      ),
    ),
  ])
  return markdown(['', '3 groups of 60', '10 groups of 60'], rows)
}

function ratesOf(
  metric: Metric,
  sizes: Sizes,
  judge: Judge,
): { coverages: number[]; falseAlarms: number[] } {
  const truths = TRUTHS[metric]
  const different = truths.map((truth, i) => [truth, truths[(i + 3) % truths.length]!])
  const alike = truths.map((truth) => [truth, truth])
  const rates = probabilities(
    metric,
    sizes,
    [...different, ...alike],
    seededRandom(1),
    judge,
    ({ low, high, p }, [before, after]) => {
      if (before === after) return p < 0.05
      const difference = trueScore(metric, after!) - trueScore(metric, before!)
      return low <= difference + 1e-9 && difference - 1e-9 <= high
    },
  )
  return { coverages: rates.slice(0, truths.length), falseAlarms: rates.slice(truths.length) }
}

function isEverySecond(_: Truth, index: number): boolean {
  return index % 2 === 0
}

const VIEWS = 2_000

function wrongViews(metric: Metric, size: number, truth: Truth): number {
  const random = seededRandom(size)
  const wrong = Array.from({ length: VIEWS }, () => {
    const groups = Array.from({ length: size }, (_, i) => ({
      key: `${i}`,
      histogram: drawAnswers(metric, 60, truth, random),
    }))
    return sortIntoTiers(metric, groups).some(({ tier }) => tier !== 'cannot-tell')
  })
  return wrong.filter(Boolean).length / VIEWS
}
