import type { Period } from '../base/api.ts'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'

type Shown = Period & { score: number; low: number; high: number }
export type Run = { at: number; period: Shown }[]

/** Splits a trend at its gaps, which are periods with too few answers. */
export function contiguousRuns(trend: readonly Period[]): Run[] {
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
