import { busyDay } from '../../db/scores/summaries.ts'
import { SERVER, runFor } from '../../db/requestScope.ts'
import { dayOf, type Day } from '../../surveys/days.ts'
import type { Deps } from '../base/deps.ts'

const DAYS = 28

/**
 * Reads surveys' answers on a busy day of the last 28 whole days, in the background, once a day.
 * @returns a function from a survey's id and a time in milliseconds UTC to answers per day; until they
 *   are read, those of the day before, or 0
 */
export function knowUsualDays({
  db,
  log,
  workspace,
}: Pick<Deps, 'db' | 'log' | 'workspace'>): (survey: string, now: number) => number {
  const known = new Map<string, { day: Day; n: number }>()
  return (surveyId, now) => {
    const today = dayOf(now, workspace.timeZone)
    const before = known.get(surveyId)
    if (before?.day === today) return before.n
    const usual = { day: today, n: before?.n ?? 0 }
    known.set(surveyId, usual)
    const days = { from: today - DAYS, to: today - 1 }
    runFor(SERVER, () => busyDay(db, { surveyId, days })).then(
      (n) => (usual.n = n),
      (error: unknown) => log.warn({ error }, 'What a survey usually gets could not be read.'),
    )
    return usual.n
  }
}
