import type { Db } from '../../db/statements.ts'
import type { Secrets } from '../../db/secrets/secrets.ts'
import type { Workspace } from '../../db/people/workspace.ts'
import type { KeyUses } from '../../db/apiKeys/keyUses.ts'
import type { Actor } from './access.ts'
import type { Auth } from './auth.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

/** The streams of changes of cases that are open. */
export type LiveDesks = {
  /** How many streams an actor has open. */
  countOf(actorId: string): number
  /**
   * Opens a stream of server-sent events.
   * @param after the number of the last change that the client knows; NaN if it can't be told, null for
   *   none
   */
  open(actor: Actor, after: number | null): ReadableStream<Uint8Array>
  /** Ends all streams. */
  stop(): void
}

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
  liveDesks: LiveDesks
}
