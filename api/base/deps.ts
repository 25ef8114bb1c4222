import type { Db } from '../../db/statements.ts'
import type { Secrets } from '../../db/secrets/secrets.ts'
import type { Workspace } from '../../db/people/workspace.ts'
import type { KeyUses } from '../../db/apiKeys/keyUses.ts'
import type { Auth } from './auth.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

/** What routes depend on. */
export type Deps = {
  db: Db
  config: Config
  /** The clock, in milliseconds UTC. */
  now: () => number
  /** The current settings; code that changes them must also update this object. */
  workspace: Workspace
  auth: Auth
  keyUses: KeyUses
  secrets: Secrets
  log: Log
}
