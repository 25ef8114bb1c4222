import type { Context } from 'hono'
import { hiddenProperties } from '../../db/properties/propertyUse.ts'
import type { Actor, Env } from './access.ts'
import type { Deps } from './deps.ts'
import { addressOf } from './origin.ts'

/** Who reads, and the base URL of links, null if unknown. */
export type ReadContext = {
  actor: Actor
  address: string | null
  /** Properties hidden by admins, by survey; read once per request. */
  hidden: () => Promise<Map<string, Set<string>>>
}

export function readContextOf({ config, db }: Deps, context: Context<Env>): ReadContext {
  let hidden: ReturnType<typeof hiddenProperties> | undefined
  return {
    actor: context.get('actor'),
    address: addressOf(config, context),
    hidden: () => (hidden ??= hiddenProperties(db)),
  }
}
