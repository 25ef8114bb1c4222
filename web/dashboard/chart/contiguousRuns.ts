import type { Period } from '../base/api.ts'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'

/** What is needed to draw a point: its value, its interval, and whether it has enough answers. */
export type Point = Pick<Period, 'score' | 'low' | 'high' | 'evidenceLevel'>

type Shown = Point & { score: number; low: number; high: number }
export type Run = { at: number; period: Shown }[]

/** Splits a trend at its gaps, which are periods with too few answers. */
export function contiguousRuns(trend: readonly Point[]): Run[] {
  const runs: Run[] = []
  let open: Run | null = null
  trend.forEach((period, at) => {
    if (!isShown(period)) {
      open = null
      return
    }
    if (!open) runs.push((open = []))
    open.push({ at, period })
  })
  return runs
}
