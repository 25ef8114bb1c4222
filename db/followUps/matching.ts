import { and, eq, gte, isNull, lt, not, or, sql, type SQL } from 'drizzle-orm'
import type { CloseReason } from '../../surveys/followUps.ts'
import { answer, CLOSED_FROM, customer, followUp, rankOf, response } from '../schema/index.ts'
import type { FollowUpState } from '../schema/index.ts'
import { inSegment, isCounted, type SegmentFilter } from '../scoreboard/matching.ts'
import { isFound, type Found } from '../search/matching.ts'
import type { FollowUpPlace } from './followUps.ts'

/** Filters follow-ups; `ownerId: null` means unowned. Times are milliseconds UTC. */
export type FollowUpFilter = {
  state?: FollowUpState | 'open' | 'closed'
  ownerId?: string | null
  surveyId?: string
  since?: number
  until?: number
  /**
   * Only those whose first reply was due before this time, in milliseconds UTC, and hasn't been sent.
   */
  overdueAt?: number
  reason?: CloseReason
  /** Only those whose customer can't be contacted. */
  unreachable?: boolean
  segments?: SegmentFilter[]
  search?: Found | undefined
}

export const RANK = rankOf('follow_up')

export const comesAfter = ({ rank, id }: FollowUpPlace) =>
  sql`(${RANK}, ${followUp.id}) > (${rank}, ${id})`

export const isOpen = sql`${RANK} < ${CLOSED_FROM}`
export const isClosed = sql`${RANK} >= ${CLOSED_FROM}`
/** Whether a follow-up is overdue: new ones with a deadline rank by it, before all others. */
export const isOverdue = (at: number) => sql`${RANK} < ${at}`

export const conditions = (filter: FollowUpFilter) => [...scope(filter), ...narrowing(filter)]

/** Conditions for every view of the list. */
export function scope({ surveyId, since, until, segments = [], search }: FollowUpFilter) {
  return [
    isCounted(),
    search && isFound(search, followUp.responseNo),
    surveyId ? eq(followUp.surveyId, surveyId) : undefined,
    since !== undefined ? gte(followUp.openedAt, since) : undefined,
    until !== undefined ? lt(followUp.openedAt, until) : undefined,
    // With a survey, its groups are looked up once instead of per follow-up.
    ...segments.map((filter) => inSegment(filter, response, surveyId)),
  ]
}

/** Conditions for one view of the list. */
export function narrowing({ state, ownerId, overdueAt, reason, unreachable }: FollowUpFilter) {
  return [
    state && inState(state),
    ownerId === null ? isNull(followUp.ownerId) : undefined,
    ownerId ? eq(followUp.ownerId, ownerId) : undefined,
    overdueAt !== undefined ? isOverdue(overdueAt) : undefined,
    reason ? eq(followUp.reason, reason) : undefined,
    unreachable ? not(isReachable()) : undefined,
  ]
}

/**
 * Whether a follow-up has a state, by a range of ranks first, for which there is an index. Ranks of the
 * two open states are mixed.
 */
function inState(state: FollowUpState | 'open' | 'closed'): SQL | undefined {
  if (state === 'open') return isOpen
  if (state === 'closed') return isClosed
  const isOfGroup = state === 'new' || state === 'contacted' ? isOpen : isClosed
  return and(isOfGroup, eq(followUp.state, state))
}

/** Parts of names under which links and files give a phone number. */
const PHONE_NAMES = ['phone', '"tel', 'mobil', '"handy', '"cell', 'komork', 'טלפון', 'נייד']

/**
 * Whether the customer can be contacted: an address, a phone number, or the customer's id in the
 * company's own records is known.
 */
export function isReachable(): SQL {
  const isKnown = sql`exists (select 1 from ${customer} where ${customer.id} = ${response.customerId}
    and ${customer.verified} and (${customer.email} is not null or ${customer.externalId} is not null))`
  const isGiven = sql`exists (select 1 from ${answer} where ${answer.responseNo} = ${response.no}
    and ${answer.text} like '%_@_%' and ${answer.text} not like '% %')`
  const personal = sql`lower(coalesce(${response.personal}, ''))`
  const hasPhone = PHONE_NAMES.map((name) => sql`${personal} like ${`%${name}%`}`)
  return or(sql`${response.claimedEmail} is not null`, isKnown, isGiven, ...hasPhone)!
}
