import type { Person } from '../../base/api.ts'
import type { FollowUp, FollowUpCounts } from './api.ts'
import { changed, type Change } from './changes.ts'
import { VIEWS } from './filter.ts'
import { belongs } from './status.ts'

/** Applies changes that are being saved to what the server said last. */
export function withPending(
  read: { rows: FollowUp[]; counts: FollowUpCounts | null },
  pending: Change[],
  people: Person[],
  me: string,
): { rows: Map<string, FollowUp>; counts: FollowUpCounts | null } {
  const rows = new Map(read.rows.map((row) => [row.id, row]))
  let { counts } = read
  for (const { followUps, change } of pending)
    for (const followUp of followUps) {
      const before = rows.get(followUp.id) ?? followUp
      const after = changed(before, change, people)
      rows.set(followUp.id, after)
      counts &&= recount(counts, before, after, me)
    }
  return { rows, counts }
}

/** Moves a case that changed from the views in which it was counted to others. */
export function recount(
  counts: FollowUpCounts,
  before: FollowUp,
  after: FollowUp,
  me: string,
): FollowUpCounts {
  const moved = { ...counts }
  moved[before.state] -= 1
  moved[after.state] += 1
  for (const view of VIEWS) {
    const isIn = (row: FollowUp) => Number(belongs(row, { view, state: null }, me))
    moved[view] += isIn(after) - isIn(before)
  }
  return moved
}
