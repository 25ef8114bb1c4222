import type { Cause } from '../scores/api.ts'
import type { Cell } from '../base/csv.ts'
import { segmentName } from '../base/propertyNames.ts'

/** Under this many answers a group's own score is not shown (statistics: five). */
export const FEWEST = 5

/** What moved the score, as rows for a file: every group of every property. */
export function causeRows(causes: Record<string, Cause>): Cell[][] {
  const side = ({ n, score }: Cause['groups'][number]['before']): Cell[] => [
    n < FEWEST ? null : score,
    n,
  ]
  const rows = Object.entries(causes).flatMap(([property, { groups }]) =>
    groups.map(({ value, before, now, mix, within }): Cell[] => [
      property,
      // Those without the property have no name in it.
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
