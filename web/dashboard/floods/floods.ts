import { dayOf, isoOf } from '../../../surveys/days.ts'
import { ApiError } from '../base/client.ts'
import type { Workspace } from '../base/api.ts'
import { floods, reviewFlood, undoFlood, type Flood } from './api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'

type Span = Pick<Flood, 'from' | 'to'>

/** A survey's unreviewed floods, latest first. */
export const createFloods = ({ id }: { id: string }) => createLoad(() => id, floods)

/** The time span in a flood's id, in milliseconds. */
export function floodOf(id: string): Span {
  const [from, to] = id.split('-').map(Number)
  return { from: from!, to: to! }
}

/** Whether two spans overlap. A flood's id changes when it grows or is partly reviewed. */
export const overlap = (one: Span, other: Span) => one.from <= other.to && other.from <= one.to

/** "between 10:02 and 10:31", with the day unless it is today. */
export function whenInWords(
  { from, to }: Span,
  { timeZone, today }: Pick<Workspace, 'timeZone' | 'today'>,
): string {
  const [first, last] = [from, to].map((at) => isoOf(dayOf(at, timeZone))) as [string, string]
  if (first !== last) {
    const [start, end] = [from, to].map((at) => format.instant(locale(), timeZone, at))
    return t('floods.between', { from: start!, to: end! })
  }
  const [start, end] = [from, to].map((at) => format.time(locale(), timeZone, at)) as [
    string,
    string,
  ]
  const times = { from: start, to: end, day: format.day(locale(), first, today) }
  if (first === today) return t(start === end ? 'floods.at' : 'floods.between', times)
  return t(start === end ? 'floods.atOn' : 'floods.betweenOn', times)
}

/**
 * Counts or excludes all of a flood's responses, in batches.
 * @param onProgress receives the number done so far
 * @returns their number; 0 if somebody else has reviewed them
 */
export function reviewAll(
  survey: string,
  flood: string,
  counted: boolean,
  onProgress: (done: number) => void,
): Promise<number> {
  return untilDone(async () => {
    const { reviewed, remaining } = await reviewFlood(survey, flood, counted)
    return { done: reviewed, remaining }
  }, onProgress)
}

/** Undoes such a review. @returns the number of responses */
export function undoAll(survey: string, flood: string): Promise<number> {
  return untilDone(async () => {
    const { undone, remaining } = await undoFlood(survey, flood)
    return { done: undone, remaining }
  })
}

async function untilDone(
  step: () => Promise<{ done: number; remaining: number }>,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  let total = 0
  try {
    for (;;) {
      const { done, remaining } = await step()
      onProgress((total += done))
      // Responses saved meanwhile remain and are shown again.
      if (remaining === 0 || done === 0) return total
    }
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return total
    throw error
  }
}
