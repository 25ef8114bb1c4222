import { InvalidInput } from '../../errors.ts'
import type { Column } from '../columns.ts'
import type { DateOrder } from './dates.ts'

/** Contradicting dates up to this share of all are typing errors. */
const SLIPS = 0.01

/**
 * Decides from a whole column whether its dates are day first or month first.
 * @throws InvalidInput if the column has evidence for neither or both
 */
export function decideOrder({ name, order }: Column): DateOrder {
  const dayFirst = order['day-first']
  const monthFirst = order['month-first']
  const slips = SLIPS * (dayFirst + monthFirst)
  if (dayFirst && monthFirst <= slips) return 'day-first'
  if (monthFirst && dayFirst <= slips) return 'month-first'
  if (!dayFirst && !monthFirst && !order.open) return 'day-first'
  const why =
    dayFirst && monthFirst
      ? `has ${dayFirst} dates that only fit day first and ${monthFirst} that only fit month first`
      : 'can be read day first or month first, and no date in it decides'
  throw new InvalidInput([
    { field: 'dates', message: `"${name}" ${why}; say --dates day-first or --dates month-first` },
  ])
}
