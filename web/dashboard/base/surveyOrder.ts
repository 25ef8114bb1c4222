import type { Survey } from './api.ts'

type Listed = Pick<Survey, 'id' | 'name' | 'state'>

const ORDER = ['live', 'paused', 'draft', 'archived'] as const

/** Surveys, the live ones first, otherwise in their order. */
export function liveFirst<T extends Listed>(surveys: readonly T[]): T[] {
  return surveys.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
}

/**
 * The surveys that the navigation shows: live ones first, none archived, and always the open one.
 * @param most how many it shows, without the open one
 * @param open the id of the open survey, if any
 */
export function surveysInNav<T extends Listed>(
  surveys: readonly T[],
  most: number,
  open: string | undefined,
): T[] {
  const current = liveFirst(surveys.filter(({ state }) => state !== 'archived'))
  return [...current.slice(0, most), ...current.slice(most).filter(({ id }) => id === open)]
}
