import { bandOf, isOnScale, offScale, SCALES, type Band, type Metric } from './metrics.ts'

/** The number of answers by value: value → n. Can be serialised as JSON. */
export type Histogram = Readonly<Record<number, number>>

/** Counts the answers: `[9, 9, 3]` → `{ 3: 1, 9: 2 }`. */
export function histogramOf(values: Iterable<number>): Histogram {
  const counts: Record<number, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

/** Adds the counts of histograms of one question. */
export function addHistograms(...histograms: Histogram[]): Histogram {
  const counts: Record<number, number> = {}
  for (const [value, n] of histograms.flatMap(valuesOf)) counts[value] = (counts[value] ?? 0) + n
  return counts
}

/** Subtracts the answers in `part`, a subset, from `whole`. */
export function subtractHistogram(whole: Histogram, part: Histogram): Histogram {
  const counts = { ...whole } as Record<number, number>
  for (const [value, n] of valuesOf(part)) counts[value] = (counts[value] ?? 0) - n
  return counts
}

/** The number of answers, n. */
export function sizeOf(histogram: Histogram): number {
  return valuesOf(histogram).reduce((sum, [, n]) => sum + n, 0)
}

/**
 * The number of answers in each band; they sum to n.
 * @throws RangeError if a value is off the metric's scale
 */
export function bandCounts(metric: Metric, histogram: Histogram): Record<Band, number> {
  const counts: Record<Band, number> = { unhappy: 0, neutral: 0, happy: 0 }
  for (const [value, n] of valuesOf(histogram)) counts[bandOf(metric, value)] += n
  return counts
}

/**
 * Lists every value of the scale in order with its number of answers, including 0.
 * @throws RangeError if a value is off the scale or a count is not a non-negative integer
 */
export function countsOnScale(metric: Metric, histogram: Histogram): [value: number, n: number][] {
  for (const [value, n] of valuesOf(histogram)) {
    if (!isOnScale(metric, value)) throw offScale(metric, value)
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is not a number of answers`)
  }
  const { min, max } = SCALES[metric]
  return Array.from({ length: max - min + 1 }, (_, step) => [
    min + step,
    histogram[min + step] ?? 0,
  ])
}

/** Lists the values with their number of answers. */
function valuesOf(histogram: Histogram): [value: number, n: number][] {
  return Object.entries(histogram).map(([value, n]) => [Number(value), n])
}
