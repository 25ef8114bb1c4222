import type { Person } from '../base/api.ts'
import type { FollowUp, FollowUps } from './api.ts'
import { changed, type Change } from './changes.ts'
import { isOverdue } from './status.ts'

type Counts = FollowUps['counts']

/** Applies changes that are being saved to what the server said last. */
export function withPending(
  read: { rows: FollowUp[]; counts: Counts | null },
  pending: Change[],
  people: Person[],
): { rows: Map<string, FollowUp>; counts: Counts | null } {
  const rows = new Map(read.rows.map((row) => [row.id, row]))
  let { counts } = read
  for (const { followUps, change } of pending)
    for (const followUp of followUps) {
      const before = rows.get(followUp.id) ?? followUp
      const after = changed(before, change, people)
      rows.set(followUp.id, after)
      counts &&= recount(counts, before, after)
    }
  return { rows, counts }
}

/** Moves a case that changed from one count to another. */
export function recount(counts: Counts, before: FollowUp, after: FollowUp): Counts {
  const moved = { ...counts }
  moved[before.state] -= 1
  moved[after.state] += 1
  moved.overdue += Number(isOverdue(after)) - Number(isOverdue(before))
  return moved
}
