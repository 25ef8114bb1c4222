import { existsSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { openDatabase } from '../../db/open.ts'
import { ensureWorkspace } from '../../db/workspace.ts'
import { createAuth } from '../auth.ts'
import { BadSetting, readConfig } from '../config.ts'
import type { Deps } from '../deps.ts'
import { createLog } from '../log.ts'

/**
 * Reads the settings (the environment, and `.env` beside it) and opens everything they name.
 * @param database goes before DATABASE_URL
 */
export async function openDeps(database?: string): Promise<Deps> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig({ ...process.env, ...(database && { DATABASE_URL: database }) })
  const db = await openDatabase(config.databaseUrl)
  const workspace = await ensureWorkspace(db, {
    name: 'Ohlas',
    timeZone: config.timeZone,
    secret: randomBytes(32).toString('base64url'),
    createdAt: Date.now(),
  })
  const auth = createAuth(db, config, workspace)
  return { db, config, now: Date.now, workspace, auth, log: createLog(config.logLevel) }
}

/** Runs a command to its exit code; what the operator did wrong is said in one line. */
export async function runCommand(
  command: (deps: Deps) => Promise<number>,
  database?: string,
): Promise<void> {
  try {
    const deps = await openDeps(database)
    try {
      process.exitCode = await command(deps)
    } finally {
      await deps.db.close()
    }
  } catch (error) {
    const { name, message } = error as Error
    console.error(error instanceof BadSetting ? message : `${name}: ${message}`)
    process.exitCode = 1
  }
}
