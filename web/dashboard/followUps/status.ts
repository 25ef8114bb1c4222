import type { FollowUp } from './api.ts'
import type { Tab } from './filter.ts'

/** Whether the first reply is late. */
export function isOverdue({ state, dueAt }: FollowUp, now = Date.now()): boolean {
  return state === 'new' && dueAt !== null && dueAt < now
}

/** Returns when the customer last wrote after the case was dealt with, or null. */
export function wroteAgainAt({ closedAt, contactedAt, response }: FollowUp): number | null {
  const since = closedAt ?? contactedAt
  const last = response.additions.at(-1)
  return since !== null && last && last.at > since ? last.at : null
}

/** Whether a listed case still belongs to its tab. */
export function belongs(row: FollowUp, tab: Tab): boolean {
  return tab === 'overdue' ? isOverdue(row) : row.state === tab
}
