import type { Person } from '../../base/api.ts'
import type { FollowUp, FollowUpCounts } from './api.ts'
import { changed, type Change } from './changes.ts'
import { isPlain, VIEWS, type DeskFilter } from './filter.ts'
import { belongs, matches, type CaseSide } from './status.ts'

/** Applies changes that are being saved to what the server said last. */
export function withPending(
  read: { rows: FollowUp[]; counts: FollowUpCounts | null },
  pending: Change[],
  people: Person[],
  filter: DeskFilter,
  me: string,
): { rows: Map<string, FollowUp>; counts: FollowUpCounts | null } {
  const rows = new Map(read.rows.map((row) => [row.id, row]))
  let { counts } = read
  for (const { followUps, change } of pending)
    for (const followUp of followUps) {
      const before = rows.get(followUp.id) ?? followUp
      const after = changed(before, change, people)
      rows.set(followUp.id, after)
      counts &&= recount(counts, { before, after }, filter, me)
    }
  return { rows, counts }
}

/**
 * Moves a case that changed from the views in which it was counted to others.
 * @param moved the case before and after; null where it is not listed
 * @param filter that of the counts
 */
export function recount(
  counts: FollowUpCounts,
  { before, after }: { before: CaseSide | null; after: CaseSide | null },
  filter: DeskFilter,
  me: string,
): FollowUpCounts {
  const moved = { ...counts }
  if (before) moved[before.state] -= 1
  if (after) moved[after.state] += 1
  const difference = (isIn: (side: CaseSide) => boolean) =>
    Number(after !== null && isIn(after)) - Number(before !== null && isIn(before))
  for (const view of VIEWS)
    moved[view] += difference((side) => belongs(side, { view, state: null }, me))
  if (isPlain(filter)) moved.matching += difference((side) => matches(side, filter, me))
  return moved
}
