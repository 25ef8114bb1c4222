import { z } from '@hono/zod-openapi'
import { FOLLOW_UP_STATES } from '../../db/schema/index.ts'
import { ALL_CLOSE_REASONS } from '../../surveys/followUps.ts'
import { indexing, instant } from '../base/schemas.ts'
import { response } from '../responses/schemas.ts'

export const followUp = z
  .object({
    id: z.string(),
    state: z.enum(FOLLOW_UP_STATES),
    owner: z.object({ id: z.string(), name: z.string() }).nullable(),
    note: z.string().nullable(),
    openedAt: instant,
    dueAt: instant.nullable(),
    contactedAt: instant.nullable(),
    closedAt: instant.nullable(),
    updatedAt: instant,
    reason: z.enum(ALL_CLOSE_REASONS).nullable(),
    reachable: z.boolean().openapi({
      description: 'Whether an address, a phone number or a verified customer id is known',
    }),
    survey: z.object({ id: z.string(), name: z.string() }),
    response,
  })
  .openapi('FollowUp')

export const followUpDetail = followUp
  .extend({
    timeline: z.array(
      z.object({
        at: instant,
        by: z.string(),
        kind: z.enum(['state', 'owner', 'note', 'contact', 'addition']),
        text: z.string().nullable(),
        detail: z.string().nullable().openapi({
          description: 'The reason of a state, or the channel of a contact logged by hand',
        }),
      }),
    ),
    history: z.array(response),
  })
  .openapi('FollowUpDetail')

export const cursor = z.string().openapi({
  description: 'The latest change that is counted; `GET /follow-up-events?after=` goes on from it',
})

export const followUpCounts = z.object({
  cursor,
  new: z.int(),
  contacted: z.int(),
  resolved: z.int(),
  dismissed: z.int(),
  open: z.int(),
  mine: z.int(),
  unassigned: z.int(),
  overdue: z.int(),
  closed: z.int(),
  matching: z.int(),
  indexing,
})
