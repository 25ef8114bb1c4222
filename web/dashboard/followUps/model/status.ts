import { STATE_GROUPS } from '../../../../surveys/followUps.ts'
import type { FollowUp } from './api.ts'
import type { DeskFilter } from './filter.ts'

/** What decides in which views a case is. */
export type CaseSide = Pick<FollowUp, 'state' | 'dueAt'> & { owner: { id: string } | null }

const isOpen = ({ state }: CaseSide) => STATE_GROUPS.open.some((open) => open === state)

/** Whether the first reply is late. */
export function isOverdue({ state, dueAt }: CaseSide, now = Date.now()): boolean {
  return state === 'new' && dueAt !== null && dueAt < now
}

/** Returns when the customer last wrote after the case was dealt with, or null. */
export function wroteAgainAt({ closedAt, contactedAt, response }: FollowUp): number | null {
  const since = closedAt ?? contactedAt
  const last = response.additions.at(-1)
  return since !== null && last && last.at > since ? last.at : null
}

type Viewed = Pick<DeskFilter, 'view' | 'state'>

/** Whether a listed case still belongs to its view. */
export function belongs(row: CaseSide, { view, state }: Viewed, me: string): boolean {
  if (state && row.state !== state) return false
  if (view === 'overdue') return isOverdue(row)
  if (view === 'closed') return !isOpen(row)
  if (view === 'mine') return isOpen(row) && row.owner?.id === me
  if (view === 'unassigned') return isOpen(row) && row.owner === null
  return isOpen(row)
}

/** Whether a case matches a plain filter, whatever its survey. */
export function matches(row: CaseSide, filter: DeskFilter, me: string): boolean {
  const { owner } = filter
  const ownerId = row.owner?.id ?? 'none'
  return belongs(row, filter, me) && (owner === null || ownerId === (owner === 'me' ? me : owner))
}
