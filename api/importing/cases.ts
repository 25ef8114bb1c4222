import { isLow } from '../../surveys/answers.ts'
import { startOf, type Day } from '../../surveys/days.ts'
import type { ImportedRow } from '../../surveys/importing/rows.ts'
import type { SurveyDefinition } from '../../surveys/definition.ts'

/** For which low answers of a file a case is opened: those of the last 14 days, all or none. */
export const CASES = ['recent', 'all', 'none'] as const

/** One of `CASES`, or the day from which on low answers open one. */
export type CasesFrom = (typeof CASES)[number] | { since: Day }

const RECENT = 14 * 86_400_000
/** No answer is later. */
export const NO_CASES = Date.UTC(9999, 0, 1)

/**
 * The instant from which on low answers open a case, in milliseconds UTC.
 * @param now milliseconds UTC
 */
export function casesSince(from: CasesFrom, now: number, timeZone: string): number {
  if (typeof from === 'object') return startOf(from.since, timeZone)
  return { recent: now - RECENT, all: 0, none: NO_CASES }[from]
}

/** How many cases an import opens: by the file's low answers, and with the state that a file gives. */
export type CaseCount = {
  opened: number
  /** Low answers that open none, as they are too old or none are wanted. */
  left: number
  /** Cases that come back with the state they had when Ohlas exported them. */
  restored: number
}

/** What becomes of one row's case. */
export function caseOf(
  definition: SurveyDefinition,
  row: ImportedRow,
  since: number,
): keyof CaseCount | null {
  if (row.followUp !== undefined) {
    if (row.followUp === null) return null
    return since === NO_CASES ? 'left' : 'restored'
  }
  if (!isLow(definition, row.answers)) return null
  return row.answeredAt >= since ? 'opened' : 'left'
}
