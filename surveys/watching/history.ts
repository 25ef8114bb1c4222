import type { Day } from '../days.ts'

const NEWS_FOR = 28

/** Whether what became known on a day is too old for an alert, as it is when an old file comes in. */
export function isHistory(day: Day, today: Day): boolean {
  return day <= today - NEWS_FOR
}
