import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import type { Db } from '../../db/statements.ts'

/** A path for a database in a folder of its own, gone when the test is done. */
export function temporaryFile(name = 'ohlas.db'): string {
  const folder = mkdtempSync(join(tmpdir(), 'ohlas-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}

/** The same for all tests of a file, gone when they are done; to be called outside of them. */
export function sharedFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ohlas-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'ohlas.db')
}

/** A real database in a file of its own, closed when the test is done. */
export async function makeDatabase(file = temporaryFile()): Promise<Db> {
  const db = await openDatabase(file)
  onTestFinished(() => db.close())
  return db
}
