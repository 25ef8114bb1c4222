import { randomBytes } from 'node:crypto'
import type { Role } from '../../db/schema/index.ts'
import type { KeyScope } from '../../surveys/keyScopes.ts'

/** Creates a random key of 256 bits. */
export const newKey = () => `ohlas_${randomBytes(32).toString('base64url')}`

/** Scopes with which a key may do what a person of this role may. */
export const SCOPES_OF_ROLE: Record<Role, KeyScope[]> = {
  viewer: ['read'],
  lead: ['read', 'followUp', 'export'],
  admin: ['admin'],
}
