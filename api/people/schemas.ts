import { z } from '@hono/zod-openapi'
import { ROLES } from '../../db/schema/index.ts'
import { comment } from '../../surveys/answers.ts'
import { LONGEST_SHORT_NAME } from '../../surveys/limits.ts'

export const person = z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })

/** A person's or company's name. */
export const shortName = comment.pipe(
  z
    .string()
    .min(1, 'must not be empty')
    .max(LONGEST_SHORT_NAME, `must have at most ${LONGEST_SHORT_NAME} characters`),
)
