import * as fc from 'fast-check'
import { histogramOf, type Histogram } from '../../../surveys/scoring/histogram.ts'
import { bandOf, SCALES, type Metric } from '../../../surveys/scoring/metrics.ts'

export const METRICS: Metric[] = ['nps', 'csat', 'ces']

/** Any answers to a question of the metric, from none to `most` of each value. */
export function answers(metric: Metric, most = 60): fc.Arbitrary<Histogram> {
  const { min, max } = SCALES[metric]
  const counts = fc.oneof(fc.constant(0), fc.nat(most))
  return fc
    .array(counts, { minLength: max - min + 1, maxLength: max - min + 1 })
    .map((ns) => Object.fromEntries(ns.map((n, step) => [min + step, n])))
}

/** Any metric with answers to it. */
export const metricWithAnswers: fc.Arbitrary<[Metric, Histogram]> = fc
  .constantFrom(...METRICS)
  .chain((metric) => fc.tuple(fc.constant(metric), answers(metric)))

/** Multiplies the number of each answer by k. */
export function times(k: number, histogram: Histogram): Histogram {
  return Object.fromEntries(Object.entries(histogram).map(([value, n]) => [value, k * n]))
}

/** Mirrors answers on the scale, so that happy and unhappy ones swap. */
export function mirror(metric: Metric, histogram: Histogram): Histogram {
  const { min, max } = SCALES[metric]
  const opposite = (value: number) => {
    if (metric !== 'nps') return min + max - value
    return { unhappy: max, neutral: value, happy: min }[bandOf(metric, value)]
  }
  const answers = Object.entries(histogram).flatMap(([value, n]) =>
    Array<number>(n).fill(opposite(Number(value))),
  )
  return histogramOf(answers)
}
