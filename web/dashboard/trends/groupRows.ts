import { BANDS } from '../../../surveys/scoring/metrics.ts'
import type { GroupScore } from '../base/api.ts'
import type { Cell } from '../base/csv.ts'
import { segmentName } from '../base/propertyNames.ts'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'

/** The groups as CSV rows; a score with too few answers is empty. */
export function groupRows(segments: Record<string, Record<string, GroupScore>>): Cell[][] {
  const rows = Object.entries(segments).flatMap(([property, values]) =>
    Object.entries(values)
      .toSorted(([, a], [, b]) => b.n - a.n)
      .map(([value, group]): Cell[] => {
        const { score, low, high, shrunk, difference, n, bands, tier } = group
        const scored = isShown(group) ? [score, low, high, shrunk, difference] : NOTHING
        return [
          property,
          segmentName(property, value),
          tier,
          ...scored,
          n,
          ...BANDS.map((band) => bands[band]),
        ]
      }),
  )
  return [[...HEADER, ...BANDS], ...rows]
}

const SCORED = ['score', 'low', 'high', 'shrunk', 'difference_from_rest']
const HEADER = ['property', 'group', 'tier', ...SCORED, 'n']
const NOTHING = SCORED.map(() => null)
