import type { KeyScope } from '../../../surveys/keyScopes.ts'
import { answer, done, v1, type Result } from '../base/client.ts'

const keys = v1['api-keys']

export const apiKeys = async () => (await answer(keys.$get())).keys
/** @param json.lastDay an ISO date; null for a key that never expires */
export const createKey = (json: { name: string; scopes: KeyScope[]; lastDay: string | null }) =>
  answer(keys.$post({ json }))
export const revokeKey = (id: string) => done(keys[':id'].$delete({ param: { id } }))

export type ApiKey = Result<typeof apiKeys>[number]
export type CreatedKey = Result<typeof createKey>
