/** The states of a follow-up. */
export const FOLLOW_UP_STATES = ['new', 'contacted', 'resolved', 'dismissed'] as const
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number]

/** States that can be listed together: follow-ups that need work, and all others. */
export const STATE_GROUPS = {
  open: ['new', 'contacted'],
  closed: ['resolved', 'dismissed'],
} as const satisfies Record<string, FollowUpState[]>

/** Reasons for closing a follow-up, by its state. */
export const CLOSE_REASONS = {
  resolved: ['explained', 'refunded', 'fixed', 'other'],
  dismissed: ['notComplaint', 'duplicate', 'unreachable', 'test', 'other'],
} as const

export const ALL_CLOSE_REASONS = [
  ...new Set([...CLOSE_REASONS.resolved, ...CLOSE_REASONS.dismissed]),
]

export type ClosedState = keyof typeof CLOSE_REASONS
export type CloseReason = (typeof CLOSE_REASONS)[ClosedState][number]

/** How a customer was contacted outside of Ohlas. */
export const CONTACT_CHANNELS = ['phone', 'inPerson', 'mail'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

/** A change of a case, as open desks receive it (`GET /api/v1/follow-up-events`). */
export type LiveChange = {
  /** Identifies the change. Cursors sort as text in the order of the changes. */
  cursor: string
  id: string
  survey: string
  /** Milliseconds UTC. */
  openedAt: number
  dueAt: number | null
  /** The state and the owner's id before; null if the case was not listed. */
  before: { state: FollowUpState; owner: string | null } | null
  /** What the case is now; null if it is not listed any more. */
  after: {
    state: FollowUpState
    reason: string | null
    note: string | null
    owner: { id: string; name: string } | null
    contactedAt: number | null
    closedAt: number | null
    updatedAt: number
  } | null
  /** Whether the customer's answer changed, not the case itself. */
  isAnswer: boolean
}
