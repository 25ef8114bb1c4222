import { z } from '@hono/zod-openapi'
import { FOLLOW_UP_STATES, type FollowUpState } from '../../db/schema/index.ts'
import { comment } from '../../surveys/answers.ts'
import {
  ALL_CLOSE_REASONS,
  CLOSE_REASONS,
  CONTACT_CHANNELS,
  type CloseReason,
} from '../../surveys/followUps.ts'
import { MOST_AT_ONCE } from '../../surveys/limits.ts'
import { instant } from '../base/schemas.ts'

const state = z.enum(FOLLOW_UP_STATES, `must be one of ${FOLLOW_UP_STATES.join(', ')}`).optional()
const reason = z
  .enum(ALL_CLOSE_REASONS, `must be one of ${ALL_CLOSE_REASONS.join(', ')}`)
  .nullable()
  .optional()
const owner = z
  .string('must be the id of one of the people, or null')
  .min(1, 'must be the id of one of the people, or null')
  .nullable()
  .optional()

type Change = {
  state?: FollowUpState | undefined
  reason?: CloseReason | null | undefined
  owner?: string | null | undefined
}

const isReasonOf = ({ state, reason }: Change) =>
  !reason ||
  ((state === 'resolved' || state === 'dismissed') &&
    (CLOSE_REASONS[state] as readonly CloseReason[]).includes(reason))
const REASON = { path: ['reason'], error: 'must be a reason of the state that is set' }

export const change = z
  .strictObject({ state, reason, owner, note: comment.nullable().optional() }, 'must be an object')
  .refine((change) => Object.keys(change).length > 0, 'must name a state, an owner or a note')
  .refine(isReasonOf, REASON)

/** Requires a new state or owner, and a reason of that state. */
const withChange = <Schema extends z.ZodType<Change>>(schema: Schema) =>
  schema
    .refine(
      ({ state, owner }) => state !== undefined || owner !== undefined,
      'must name a state or an owner',
    )
    .refine(isReasonOf, REASON)

const idsOfCases = `must be a list of 1 to ${MOST_AT_ONCE} ids`

export const changeOfMany = withChange(
  z.strictObject(
    {
      ids: z
        .array(z.string(idsOfCases), idsOfCases)
        .min(1, idsOfCases)
        .max(MOST_AT_ONCE, idsOfCases),
      state,
      reason,
      owner,
    },
    'must be an object',
  ),
)

export const changeOfMatching = withChange(
  z.strictObject(
    {
      count: z.int('must be the number of cases that match').min(0).openapi({
        description: 'How many cases were confirmed; nothing changes if that many no longer match',
      }),
      state,
      reason,
      owner,
    },
    'must be an object',
  ),
)

export const contact = z.strictObject(
  {
    channel: z.enum(CONTACT_CHANNELS, `must be one of ${CONTACT_CHANNELS.join(', ')}`),
    at: instant.min(0, 'must be a time'),
    text: comment.nullable(),
  },
  'must be an object',
)
