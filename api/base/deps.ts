import type { Db } from '../../db/statements.ts'
import type { Workspace } from '../../db/people/workspace.ts'
import type { Auth } from './auth.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

/** Everything a route may use of the world. Nothing else is read from outside. */
export type Deps = {
  db: Db
  config: Config
  /** Milliseconds since 1970 UTC. */
  now: () => number
  /** The workspace's settings as they are now; whoever changes them updates this object too. */
  workspace: Workspace
  auth: Auth
  log: Log
}
