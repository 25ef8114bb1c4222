import { studentQuantile } from '../../surveys/scoring/distributions/distributions.ts'
import type { Histogram } from '../../surveys/scoring/histogram.ts'
import type { Metric } from '../../surveys/scoring/metrics.ts'
import { momentsOf } from '../../surveys/scoring/moments.ts'
import { scoreOf } from '../../surveys/scoring/score.ts'
import { probabilities, seededRandom } from './chance.ts'
import { markdown, meanAndWorst } from './markdown.ts'
import { cesTruths, csatTruths, npsTruths, trueScore, type Truth } from './truths.ts'

type Limits = { low: number | null; high: number | null }

const SIZES = [5, 10, 20, 50, 200]

/** Tabulates the true coverage of each 95 % interval of a score: mean and worst over the truths. */
export function coverageTable(): string {
  const row = (name: string, metric: Metric, truths: Truth[], interval = productInterval) => [
    name,
    ...SIZES.map((n) => meanAndWorst(coverages(metric, n, truths, interval(metric)))),
  ]
  return markdown(
    ['interval', ...SIZES.map((n) => `n = ${n}`)],
    [
      row('NPS', 'nps', npsTruths()),
      row('CSAT, shares', 'csat', csatTruths()),
      row('CES mean', 'ces', cesTruths()),
      row('(t interval instead)', 'ces', cesTruths(), studentInterval),
    ],
  )
}

function productInterval(metric: Metric): (answers: Histogram) => Limits {
  return (answers) => scoreOf(metric, answers)
}

function studentInterval(metric: Metric): (answers: Histogram) => Limits {
  return (answers) => {
    const { n, mean, variance } = momentsOf(metric, answers)
    const margin = studentQuantile(0.975, n - 1) * Math.sqrt(variance / n)
    return { low: mean - margin, high: mean + margin }
  }
}

function coverages(
  metric: Metric,
  n: number,
  truths: Truth[],
  interval: (answers: Histogram) => Limits,
): number[] {
  return probabilities(
    metric,
    [n],
    truths.map((truth) => [truth]),
    seededRandom(n),
    interval,
    ({ low, high }, [truth]) => {
      const score = trueScore(metric, truth!)
      return low! <= score + 1e-9 && score - 1e-9 <= high!
    },
  )
}
