import { createHash } from 'node:crypto'
import type { BetterAuthOptions } from 'better-auth'
import type { DBAdapter, Where } from 'better-auth/adapters'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Db } from '../statements.ts'
import { account, session, user, verification } from '../schema/index.ts'

/**
 * Where better-auth keeps people, sessions and passwords: the same database, the same writer. A session's
 * token is kept by its SHA-256 only, so that whoever reads the file, or a backup, can't use it.
 */
export function authStorage(db: Db): (options: BetterAuthOptions) => DBAdapter {
  const storage = drizzleAdapter(db.orm, {
    provider: 'sqlite',
    schema: { user, session, account, verification },
  })
  return (options) => hashingTokens(storage(options))
}

/** What better-auth asks of its storage, as far as a session's token may be in it. */
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

/** Asks with hashes in the place of tokens, and gives back what is found with the tokens asked for. */
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
