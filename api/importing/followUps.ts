import { isLow } from '../../surveys/answers.ts'
import { startOf, type Day } from '../../surveys/days.ts'
import type { ImportedRow } from '../../surveys/importing/rows.ts'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import { DAY } from '../../surveys/durations.ts'

/** Which low answers of a file open a follow-up: those of the last 14 days, all, or none. */
export const FOLLOW_UP_CHOICES = ['recent', 'all', 'none'] as const

/** One of `FOLLOW_UP_CHOICES`, or the day from which low answers open one. */
export type FollowUpsFrom = (typeof FOLLOW_UP_CHOICES)[number] | { since: Day }

const RECENT = 14 * DAY
/** A time later than any answer, in milliseconds UTC. */
export const NO_FOLLOW_UPS = Date.UTC(9999, 0, 1)

/**
 * Returns the time from which low answers open a follow-up, in milliseconds UTC.
 * @param now milliseconds UTC
 */
export function followUpsSince(from: FollowUpsFrom, now: number, timeZone: string): number {
  if (typeof from === 'object') return startOf(from.since, timeZone)
  return { recent: now - RECENT, all: 0, none: NO_FOLLOW_UPS }[from]
}

/** How many follow-ups an import opens: by low answers, and with a state from the file. */
export type FollowUpCount = {
  opened: number
  /** Low answers that open none, because they are old or the user chose none. */
  left: number
  /** Follow-ups restored with their state from an Ohlas export. */
  restored: number
}

/** Decides whether a row opens a follow-up. */
export function followUpOf(
  definition: SurveyDefinition,
  row: ImportedRow,
  since: number,
): keyof FollowUpCount | null {
  if (row.followUp !== undefined) {
    if (row.followUp === null) return null
    return since === NO_FOLLOW_UPS ? 'left' : 'restored'
  }
  if (!isLow(definition, row.answers)) return null
  return row.answeredAt >= since ? 'opened' : 'left'
}
