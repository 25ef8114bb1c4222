import type { Day } from '../days.ts'

const NEWS_FOR = 28

/**
 * Whether a finding of that day is too old for an alert, for example after an import of old answers.
 */
export function isHistory(day: Day, today: Day): boolean {
  return day <= today - NEWS_FOR
}
