import type { Metric } from '../../surveys/scoring/metrics.ts'
import type { Period } from './api.ts'
import { runsOf } from './runs.ts'

export const ENDS: Record<Metric, { low: number; high: number; step: number }> = {
  nps: { low: -100, high: 100, step: 20 },
  csat: { low: 0, high: 100, step: 10 },
  ces: { low: 1, high: 7, step: 1 },
}
const STEPS_AT_LEAST = 3

export type Scale = {
  min: number
  max: number
  step: number
  cut: { low: number; high: number } | null
}

/**
 * How much of a metric's scale a trend needs, in whole steps. What is cut off gets shown.
 * @param overlays lines without their intervals on the same scale
 */
export function cutOf(
  metric: Metric,
  periods: readonly Period[],
  overlays: readonly (readonly Period[])[] = [],
): Scale {
  const { low, high, step } = ENDS[metric]
  const shown = [
    ...shownOf(periods),
    ...overlays.flatMap((line) => shownOf(line).map(({ score }) => ({ low: score, high: score }))),
  ]
  if (shown.length === 0) return { min: low, max: high, step, cut: null }

  const down = (value: number) => low + Math.floor((value - low) / step) * step
  let min = Math.max(low, down(Math.min(...shown.map((period) => period.low))))
  let max = Math.min(high, down(Math.max(...shown.map((period) => period.high))) + step)
  while ((max - min) / step < STEPS_AT_LEAST) {
    if (min > low) min -= step
    if (max < high) max += step
  }
  return { min, max, step, cut: min > low || max < high ? { low: min, high: max } : null }
}

const shownOf = (periods: readonly Period[]) =>
  runsOf(periods).flatMap((run) => run.map(({ period }) => period))
