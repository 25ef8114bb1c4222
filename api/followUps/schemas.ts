import { z } from '@hono/zod-openapi'
import { FOLLOW_UP_STATES } from '../../db/schema/index.ts'
import { instant } from '../base/schemas.ts'
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
        kind: z.enum(['state', 'owner', 'note', 'addition']),
        text: z.string().nullable(),
      }),
    ),
    history: z.array(response),
  })
  .openapi('FollowUpDetail')
