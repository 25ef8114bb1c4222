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
