import { z } from '@hono/zod-openapi'
import { AUDIT_ACTIONS, AUDIT_ACTORS } from '../../surveys/auditActions.ts'
import { isoDay } from '../base/filters.ts'
import { instant } from '../base/schemas.ts'

const once = z.string('must be given once')

export const auditExportQuery = z.strictObject({
  action: z.enum(AUDIT_ACTIONS, `must be one of ${AUDIT_ACTIONS.join(', ')}`).optional(),
  actor: once.optional().openapi({ description: 'The id of a person or key' }),
  from: isoDay.optional(),
  to: isoDay.optional(),
})

export const auditQuery = auditExportQuery.extend({ cursor: once.optional() })

const named = z.object({
  id: z.string(),
  name: z.string().nullable().openapi({ description: 'Its name now; null if it is gone' }),
})

export const auditEntry = z
  .object({
    id: z.string(),
    at: instant,
    action: z.enum(AUDIT_ACTIONS),
    actor: z.object({
      kind: z.enum(AUDIT_ACTORS),
      id: z.string().nullable(),
      name: z.string().nullable(),
    }),
    survey: named.nullable(),
    subject: named.nullable(),
    details: z.record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
    ),
  })
  .openapi('AuditEntry')
