import { z } from '@hono/zod-openapi'
import { ROLES } from '../../db/schema/index.ts'
import { comment } from '../../surveys/answers.ts'
import {
  LONGEST_ACCOUNT_EMAIL,
  LONGEST_PASSWORD,
  LONGEST_SHORT_NAME,
  SHORTEST_PASSWORD,
} from '../../surveys/limits.ts'
import { instant } from '../base/schemas.ts'

export const role = z.enum(ROLES, `must be one of ${ROLES.join(', ')}`)

const forAdmins = { description: 'For admins only' }

export const person = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    email: z.string().optional().openapi(forAdmins),
    deactivatedAt: instant.nullable().optional().openapi(forAdmins),
    lastSeenAt: instant.nullable().optional().openapi(forAdmins),
    openFollowUps: z.int().optional().openapi(forAdmins),
    twoFactor: z.enum(['on', 'off', 'unreadable']).optional().openapi({
      description:
        'Whether they sign in with a second factor; `unreadable` if the server has lost the key to it; for admins only',
    }),
    keys: z.int().optional().openapi({
      description: 'How many API keys they created that are not revoked; for admins only',
    }),
  })
  .openapi('Person')

/** A person's or company's name. */
export const shortName = comment.pipe(
  z
    .string()
    .min(1, 'must not be empty')
    .max(LONGEST_SHORT_NAME, `must have at most ${LONGEST_SHORT_NAME} characters`),
)

export const accountEmail = z
  .email('must be an email address')
  .max(LONGEST_ACCOUNT_EMAIL, `must have at most ${LONGEST_ACCOUNT_EMAIL} characters`)

/** A current password, to be checked. */
export const currentPassword = z
  .string('must be text')
  .max(LONGEST_PASSWORD, `must have at most ${LONGEST_PASSWORD} characters`)

/** A new password; `refuseGuessable` checks the rest. */
export const newPassword = z
  .string('must be text')
  .min(SHORTEST_PASSWORD, `must have at least ${SHORTEST_PASSWORD} characters`)
  .max(LONGEST_PASSWORD, `must have at most ${LONGEST_PASSWORD} characters`)
