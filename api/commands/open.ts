import { existsSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { openDatabase } from '../../db/open.ts'
import type { WhereAbsent } from '../../db/statements.ts'
import { onRegroupingFailed } from '../../db/properties/regrouping.ts'
import { openSecrets } from '../../db/secrets/secrets.ts'
import { ensureWorkspace } from '../../db/people/workspace.ts'
import { DatabaseUnusable, StorageUnavailable } from '../../surveys/errors.ts'
import { collectKeyUses } from '../../db/apiKeys/keyUses.ts'
import { createAuth } from '../base/auth.ts'
import { BadSetting, readConfig } from '../base/config.ts'
import type { Deps } from '../base/deps.ts'
import { createLog } from '../base/log.ts'
import { tellable } from '../base/problems.ts'
import { createLiveDesks } from '../followUps/live/liveDesks.ts'

/**
 * Reads the settings (environment and `.env`) and opens everything they name.
 * @param absent what to do if there is no database
 * @param database overrides DATABASE_URL
 */
export async function openDeps(absent: WhereAbsent, database?: string): Promise<Deps> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig({ ...process.env, ...(database && { DATABASE_URL: database }) })
  const db = await openDatabase(config.databaseUrl, absent)
  const workspace = await ensureWorkspace(db, {
    name: 'Ohlas',
    timeZone: config.timeZone,
    secret: randomBytes(32).toString('base64url'),
    createdAt: Date.now(),
  })
  const auth = createAuth(db, config, workspace)
  const secrets = openSecrets(config.databaseUrl, config.secretKey)
  const log = createLog(config.logLevel)
  onRegroupingFailed(db, (error) =>
    log.error({ error: tellable(error) }, 'Groups could not be counted; they will be tried again'),
  )
  const now = Date.now
  const keyUses = collectKeyUses(db)
  const liveDesks = createLiveDesks({ db, now, log })
  return { db, config, now, workspace, auth, keyUses, secrets, log, liveDesks }
}

/** An error's message for the operator; undefined if they can't fix it. */
export function operatorMessage(error: unknown): string | undefined {
  if (error instanceof BadSetting || error instanceof DatabaseUnusable) return error.message
  if (error instanceof StorageUnavailable) return `${error.message} Fix this and try again.`
  const cause = error instanceof Error ? error.cause : undefined
  return cause ? operatorMessage(cause) : undefined
}

/**
 * Runs a command on an existing database and sets the exit code; prints errors that the operator can
 * fix as one line.
 */
export async function runCommand(
  command: (deps: Deps) => Promise<number>,
  database?: string,
): Promise<void> {
  try {
    const deps = await openDeps('refuse', database)
    try {
      process.exitCode = await command(deps)
    } finally {
      await deps.db.close()
    }
  } catch (error) {
    const { name, message } = error as Error
    console.error(operatorMessage(error) ?? `${name}: ${message}`)
    process.exitCode = 1
  }
}
