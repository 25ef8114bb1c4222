import { isLow } from '../../surveys/answers.ts'
import { startOf, type Day } from '../../surveys/days.ts'
import type { ImportedRow } from '../../surveys/importing/rows.ts'
import type { SurveyDefinition } from '../../surveys/definition.ts'

/** Which low answers of a file open a follow-up: those of the last 14 days, all or none. */
export const CASES = ['recent', 'all', 'none'] as const

/** One of `CASES`, or the day from which low answers open one. */
export type CasesFrom = (typeof CASES)[number] | { since: Day }

const RECENT = 14 * 86_400_000
/** Later than any answer. */
export const NO_CASES = Date.UTC(9999, 0, 1)

/**
 * When low answers begin to open a follow-up, in milliseconds UTC.
 * @param now milliseconds UTC
 */
export function casesSince(from: CasesFrom, now: number, timeZone: string): number {
  if (typeof from === 'object') return startOf(from.since, timeZone)
  return { recent: now - RECENT, all: 0, none: NO_CASES }[from]
}

/** How many follow-ups an import opens: by low answers, and with a state from the file. */
export type CaseCount = {
  opened: number
  /** Low answers that open none, because they are old or none are wanted. */
  left: number
  /** Follow-ups restored with their state from an Ohlas export. */
  restored: number
}

/** Decides about one row's follow-up. */
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
