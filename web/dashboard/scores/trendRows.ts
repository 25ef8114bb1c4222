import { BANDS } from '../../../surveys/scoring/metrics.ts'
import type { Period } from '../base/api.ts'
import type { Cell } from '../base/csv.ts'
import type { Trend } from './trend.ts'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'

/** The trend's table as CSV rows, oldest first; a score with too few answers is empty. */
export function trendRows(
  { periods }: Pick<Trend, 'periods'>,
  lines: { name: string; periods: Period[] }[],
): Cell[][] {
  return [
    [
      'from',
      'to',
      ...SCORED,
      ...BANDS,
      ...lines.flatMap(({ name }) => SCORED.map((column) => `${name}: ${column}`)),
    ],
    ...periods.map((period, at) => [
      period.from,
      period.to,
      ...scored(period),
      ...BANDS.map((band) => period.bands[band]),
      ...lines.flatMap(({ periods }) => scored(periods[at])),
    ]),
  ]
}

const SCORED = ['score', 'low', 'high', 'n']

function scored(period: Period | undefined): Cell[] {
  if (!period) return SCORED.map(() => null)
  const { score, low, high, n } = period
  return isShown(period) ? [score, low, high, n] : [null, null, null, n]
}
