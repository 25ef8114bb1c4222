/** The states of a follow-up. */
export const FOLLOW_UP_STATES = ['new', 'contacted', 'resolved', 'dismissed'] as const
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number]
