import { dayOf, isoOf } from '../../../surveys/days.ts'
import type { Workspace } from '../base/api.ts'
import * as format from '../base/format.ts'
import { locale } from '../base/i18n.ts'

/**
 * The last day on which a key works, in words.
 * @param expiresAt the first instant at which it is refused, in milliseconds UTC
 */
export function lastDayOf(
  expiresAt: number,
  { timeZone, today }: Pick<Workspace, 'timeZone' | 'today'>,
): string {
  return format.day(locale(), isoOf(dayOf(expiresAt - 1, timeZone)), today)
}
