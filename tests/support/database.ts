import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { openSqlite } from '../../db/engines/sqlite/open.ts'
import type { Db } from '../../db/statements.ts'
import { lendThread } from './threads/lend.ts'

/** Returns a path for a database in a temporary folder, which is deleted after the test. */
export function temporaryFile(name = 'ohlas.db'): string {
  const folder = mkdtempSync(join(tmpdir(), 'ohlas-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}

/**
 * Returns such a path for all tests of a file; call it outside of them. Deleted after the last test.
 */
export function sharedFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ohlas-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'ohlas.db')
}

/** Opens a real database in a file of its own and closes it after the test. */
export async function makeDatabase(file = temporaryFile(), start = lendThread): Promise<Db> {
  if (!existsSync(file)) writeFileSync(file, await (migrated ??= migrate()))
  const db = await openSqlite(file, 'make it', start)
  onTestFinished(() => db.close())
  return db
}

/** A migrated, empty database. Copying it is faster than migrating another. */
let migrated: Promise<Buffer> | undefined

async function migrate(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'ohlas-'))
  const file = join(folder, 'ohlas.db')
  const db = await openSqlite(file, 'make it', lendThread)
  await db.close()
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true })
  return bytes
}
