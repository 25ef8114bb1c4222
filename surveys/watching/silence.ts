import type { Day, Period } from '../days.ts'
import { isHistory } from './history.ts'
import type { SilenceRule } from './rules.ts'

/**
 * Finds a period of whole days without an answer that is as long as the rule requires and not yet
 * reported.
 * @param known day of the last answer, day since which the survey has been live, and today
 * @param reported first day of the silence in the last alert
 * @returns null if there is nothing to report
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
