import type { Day, Period } from '../days.ts'
import { isHistory } from './history.ts'
import type { SilenceRule } from './rules.ts'

/**
 * The whole days without an answer, when they are as many as the rule wants and were not told already.
 * @param known the day of the last answer; the day since which the survey has been live; today
 * @param reported  the first day of the last silence that an alert was raised for
 */
export function newSilence(
  rule: SilenceRule,
  known: { lastAnswer: Day | null; liveSince: Day; today: Day },
  reported: Day | null,
): Period | null {
  const { lastAnswer, liveSince, today } = known
  if (lastAnswer === null) return null
  const from = Math.max(lastAnswer + 1, liveSince)
  if (reported !== null && from <= reported) return null
  const enough = from + rule.days
  return today < enough || isHistory(enough, today) ? null : { from, to: today - 1 }
}
