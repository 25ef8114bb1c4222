import type { Cause } from '../scores/api.ts'
import type { Cell } from '../base/csv.ts'
import { segmentName } from '../base/propertyNames.ts'

/** With fewer answers a group's score is not shown; see docs/statistics.md. */
export const FEWEST = 5

/** The causes of a change as CSV rows, one for each group. */
export function causeRows(causes: Record<string, Cause>): Cell[][] {
  const side = ({ n, score }: Cause['groups'][number]['before']): Cell[] => [
    n < FEWEST ? null : score,
    n,
  ]
  const rows = Object.entries(causes).flatMap(([property, { groups }]) =>
    groups.map(({ value, before, now, mix, within }): Cell[] => [
      property,
      // Answers without the property have no group name.
      value === null ? null : segmentName(property, value),
      ...side(before),
      ...side(now),
      mix,
      within,
    ]),
  )
  return [HEADER, ...rows]
}

const HEADER = [
  'property',
  'group',
  'score_before',
  'n_before',
  'score_now',
  'n_now',
  'who_answered',
  'inside_the_group',
]
