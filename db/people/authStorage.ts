import { createHash } from 'node:crypto'
import type { BetterAuthOptions } from 'better-auth'
import type { DBAdapter, Where } from 'better-auth/adapters'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Db } from '../statements.ts'
import { account, session, user, verification } from '../schema/index.ts'

/**
 * Stores better-auth's people, sessions and passwords in the same database, through the same writer.
 * Sessions are stored by the SHA-256 of their token, so that a leaked file or backup contains no usable
 * token.
 */
export function authStorage(db: Db): (options: BetterAuthOptions) => DBAdapter {
  const storage = drizzleAdapter(db.orm, {
    provider: 'sqlite',
    schema: { user, session, account, verification },
  })
  return (options) => hashingTokens(storage(options))
}

/** The parts of a better-auth storage call that may contain a session's token. */
type Call = {
  model: string
  where?: Where[]
  data?: Record<string, unknown>
  update?: Record<string, unknown>
}
type Methods = Record<string, (call: Call) => Promise<unknown>>

const METHODS = [
  'create',
  'findOne',
  'findMany',
  'count',
  'update',
  'updateMany',
  'delete',
  'deleteMany',
  'consumeOne',
  'incrementOne',
] as const

function hashingTokens(storage: DBAdapter): DBAdapter {
  const methods = storage as unknown as Methods
  const hashing = METHODS.map((name) => [name, (call: Call) => withHashes(methods[name]!, call)])
  return {
    ...storage,
    ...Object.fromEntries(hashing),
    transaction: (work) => storage.transaction((part) => work(hashingTokens(part as DBAdapter))),
  }
}

/** Replaces tokens with hashes in the call, and hashes with the requested tokens in the result. */
async function withHashes(ask: Methods[string], call: Call): Promise<unknown> {
  if (call.model !== 'session') return ask(call)
  const tokens = new Map<unknown, string>()
  const hashed = (token: unknown) => {
    if (typeof token !== 'string') return token
    const hash = createHash('sha256').update(token).digest('base64url')
    tokens.set(hash, token)
    return hash
  }
  const hashedIn = (values: Call['data']) =>
    values && 'token' in values ? { ...values, token: hashed(values.token) } : values
  const found = await ask({
    ...call,
    ...(call.where && { where: call.where.map((part) => hashedWhere(part, hashed)) }),
    ...(call.data && { data: hashedIn(call.data) }),
    ...(call.update && { update: hashedIn(call.update) }),
  })
  for (const row of [found].flat() as ({ token?: unknown } | null)[])
    if (row && tokens.has(row.token)) row.token = tokens.get(row.token)
  return found
}

function hashedWhere(part: Where, hashed: (token: unknown) => unknown): Where {
  if (part.field !== 'token') return part
  const value = Array.isArray(part.value) ? part.value.map(hashed) : hashed(part.value)
  return { ...part, value: value as Where['value'] }
}
