import { expect, it } from 'vitest'
import { loadExampleData } from '../../../../api/exampleData/load.ts'
import { toPostgres, toPostgresParameter } from '../../../../db/engines/postgres/dialect.ts'
import { postgresTables } from '../../../../db/engines/postgres/tables.ts'
import { makeApp } from '../../../support/app.ts'
import { copyToPostgres } from './copyToPostgres.ts'
import { makeDatabase, temporaryFile } from '../../../support/database.ts'
import { startPostgres, type Postgres } from './startPostgres.ts'
import { readStatements } from '../../../support/recording.ts'

/** Statements for SQLite only, and why. */
const SQLITE_ONLY: [statement: RegExp, why: string][] = [
  [/^explain query plan /, 'tests look at the plans that SQLite makes'],
  [/^with recursive counted\(i\)/, 'tests need a read that takes long'],
  [/^create trigger /, 'tests break a file on purpose'],
  [/\bresponse_words match /, 'PostgreSQL will have a full-text index of its own'],
  [/^select nothing$/, 'a test needs a read that fails'],
]

// Creates a cluster, loads the example data, and runs a thousand statements.
const PATIENCE = 300_000

it('runs the suite’s statements on PostgreSQL', { timeout: PATIENCE }, async () => {
  const postgres = await startPostgres()
  for (const statement of postgresTables()) await postgres.query(statement)
  // Disables foreign keys, because the rows of each statement's test don't exist here.
  await postgres.query(`set session_replication_role = replica`)
  const file = temporaryFile()
  const { deps } = await makeApp({ db: await makeDatabase(file) })
  await loadExampleData(deps)
  await copyToPostgres(file, postgres)

  const statements = readStatements().filter(
    ({ sql }) => !SQLITE_ONLY.some(([pattern]) => pattern.test(sql)),
  )
  const failures = new Map<string, string>()
  for (const { sql, params } of statements) {
    const message = await tryOut(postgres, sql, params)
    if (message) failures.set(sql, message)
  }
  expect(Object.fromEntries(failures)).toEqual({})
})

/** Runs a statement and rolls it back. @returns why it fails; null if it succeeds */
async function tryOut(postgres: Postgres, sql: string, params: unknown[]): Promise<string | null> {
  await postgres.query('begin')
  try {
    await postgres.query(toPostgres(sql), params.map(toPostgresParameter))
    return null
  } catch (error) {
    return (error as Error).message
  } finally {
    await postgres.query('rollback')
  }
}
