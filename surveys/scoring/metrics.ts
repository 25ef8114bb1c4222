export type Metric = 'nps' | 'csat' | 'ces'
export type Band = 'unhappy' | 'neutral' | 'happy'

export const BANDS: readonly Band[] = ['unhappy', 'neutral', 'happy']

/** Each scale's ends, its highest unhappy and lowest happy answer. Higher is better on all scales. */
export const SCALES: Record<
  Metric,
  { min: number; max: number; unhappyTo: number; happyFrom: number }
> = {
  nps: { min: 0, max: 10, unhappyTo: 6, happyFrom: 9 },
  csat: { min: 1, max: 5, unhappyTo: 2, happyFrom: 4 },
  ces: { min: 1, max: 7, unhappyTo: 3, happyFrom: 5 },
}

/**
 * Returns the band of an answer. NPS: detractor, passive or promoter; CSAT: dissatisfied, neutral or
 * satisfied; CES: hard, neutral or easy.
 * @param value a whole answer on the metric's scale
 * @throws RangeError if the value is off the scale
 * Source: Reichheld 2003 (NPS); top-two box of five (CSAT); Dixon, Toman & DeLisi 2013 (CES 2.0).
 */
export function bandOf(metric: Metric, value: number): Band {
  if (!isOnScale(metric, value)) throw offScale(metric, value)
  const { unhappyTo, happyFrom } = SCALES[metric]
  return value <= unhappyTo ? 'unhappy' : value >= happyFrom ? 'happy' : 'neutral'
}

/** Lists the values of a band in ascending order. */
export function valuesIn(metric: Metric, band: Band): number[] {
  const { min, max } = SCALES[metric]
  return Array.from({ length: max - min + 1 }, (_, step) => min + step).filter(
    (value) => bandOf(metric, value) === band,
  )
}

/**
 * Returns the points of one answer; their mean is the score. NPS: −100, 0 or 100 by band. CSAT: 100 for
 * a satisfied answer, else 0. CES: the answer itself.
 * @throws RangeError if the value is off the scale
 */
export function pointsOf(metric: Metric, value: number): number {
  const band = bandOf(metric, value)
  if (metric === 'ces') return value
  if (band === 'happy') return 100
  return metric === 'nps' && band === 'unhappy' ? -100 : 0
}

/** Whether a value is an integer on the scale. */
export function isOnScale(metric: Metric, value: unknown): value is number {
  const { min, max } = SCALES[metric]
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max
}

/** Creates the error for a value off the metric's scale. */
export function offScale(metric: Metric, value: number): RangeError {
  return new RangeError(`${value} is not on the ${metric} scale`)
}

/** Whether questions of this kind are scored. */
export function isMetric(kind: string): kind is Metric {
  return Object.hasOwn(SCALES, kind)
}
