import type { Metric } from '../../../surveys/scoring/metrics.ts'
import type { Period } from '../base/api.ts'
import { contiguousRuns } from './contiguousRuns.ts'

export const ENDS: Record<Metric, { low: number; high: number; step: number }> = {
  nps: { low: -100, high: 100, step: 20 },
  csat: { low: 0, high: 100, step: 10 },
  ces: { low: 1, high: 7, step: 1 },
}
const FEWEST_STEPS = 3

/** The visible range of a scale that is cut off. */
export type Cut = { low: number; high: number }

export type Scale = { min: number; max: number; step: number; cut: Cut | null }

/**
 * The range of a metric's scale that a trend needs, in whole steps.
 * @param others lines on the same scale, drawn without intervals
 */
export function cutOf(
  metric: Metric,
  periods: readonly Period[],
  others: readonly (readonly Period[])[] = [],
): Scale {
  const { low, high, step } = ENDS[metric]
  const shown = [
    ...shownOf(periods),
    ...others.flatMap((line) => shownOf(line).map(({ score }) => ({ low: score, high: score }))),
  ]
  if (shown.length === 0) return { min: low, max: high, step, cut: null }

  const down = (value: number) => low + Math.floor((value - low) / step) * step
  let min = Math.max(low, down(Math.min(...shown.map((period) => period.low))))
  let max = Math.min(high, down(Math.max(...shown.map((period) => period.high))) + step)
  while ((max - min) / step < FEWEST_STEPS) {
    if (min > low) min -= step
    if (max < high) max += step
  }
  return { min, max, step, cut: cutTo(metric, min, max) }
}

/** The cut of a scale from `min` to `max`; null if that is the whole scale. */
export function cutTo(metric: Metric, min: number, max: number): Cut | null {
  const { low, high } = ENDS[metric]
  return min > low || max < high ? { low: min, high: max } : null
}

const shownOf = (periods: readonly Period[]) =>
  contiguousRuns(periods).flatMap((run) => run.map(({ period }) => period))
