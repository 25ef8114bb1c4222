import type { Context } from 'hono'
import { hiddenProperties } from '../../db/properties/propertyUse.ts'
import type { Actor, Env } from './access.ts'
import type { Deps } from './deps.ts'
import { addressOf } from './origin.ts'

/** Who looks, and the address that links begin with; null where it is not known. */
export type Looking = {
  actor: Actor
  address: string | null
  /** What admins hid, by survey; read once for all that is shown to whoever looks. */
  hidden: () => Promise<Map<string, Set<string>>>
}

export function lookingFrom({ config, db }: Deps, context: Context<Env>): Looking {
  let hidden: ReturnType<typeof hiddenProperties> | undefined
  return {
    actor: context.get('actor'),
    address: addressOf(config, context),
    hidden: () => (hidden ??= hiddenProperties(db)),
  }
}
