import { z } from '@hono/zod-openapi'
import { BANDS } from '../../surveys/scoring/metrics.ts'

// Building blocks of several subjects' schemas, which define the OpenAPI document and the dashboard's
// types.

export const metric = z.enum(['nps', 'csat', 'ces'])

export const band = z.enum(BANDS)

export const isoDay = z.string().openapi({ example: '2026-11-22' })

export const instant = z.int().openapi({ description: 'Milliseconds since 1970 UTC' })

export const indexing = z.boolean().optional().openapi({
  description:
    'For a search: whether many responses, such as those from before an upgrade, are still being indexed, so that some may be missing',
})

const problem = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'What is invalid, by field' }),
    scope: z.string().optional().openapi({ description: 'The scope that the key lacks' }),
    publicUrl: z.string().nullable().optional().openapi({
      description: 'PUBLIC_URL, if the request came from a page of another origin',
    }),
    challenge: z.record(z.string(), z.unknown()).optional().openapi({
      description: 'With status 428: the proof of work to solve before the answer is accepted',
    }),
    meanwhile: z
      .string()
      .optional()
      .openapi({ description: 'A message to show while the challenge is being solved' }),
  })
  .openapi('Problem', { description: 'Problem details (RFC 9457)' })

/** Describes a route's responses: its result, and problem details. */
export function answers<Schema extends z.ZodType, Status extends 200 | 201 = 200>(
  schema: Schema,
  description: string,
  status: Status = 200 as Status,
) {
  return {
    [status]: { description, content: { 'application/json': { schema } } },
    default: {
      description: 'Problem details (RFC 9457)',
      content: { 'application/problem+json': { schema: problem } },
    },
  } as Record<Status, { description: string; content: { 'application/json': { schema: Schema } } }>
}

export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})
