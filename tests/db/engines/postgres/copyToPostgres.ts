import Database from 'better-sqlite3'
import type { Postgres } from './startPostgres.ts'

const AT_A_TIME = 5_000

/** Copies all rows of a SQLite file into PostgreSQL tables, which must be empty. */
export async function copyToPostgres(file: string, postgres: Postgres): Promise<void> {
  const sqlite = new Database(file, { readonly: true })
  const { rows: tables } = await postgres.query(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  for (const { name } of tables as { name: string }[]) {
    const rows = sqlite.prepare(`select * from "${name}"`).all()
    for (let from = 0; from < rows.length; from += AT_A_TIME)
      await postgres.query(
        `insert into "${name}" select * from json_populate_recordset(null::"${name}", $1)`,
        [JSON.stringify(rows.slice(from, from + AT_A_TIME))],
      )
  }
  sqlite.close()
  await goOnCounting(postgres)
}

/** Makes PostgreSQL's generated keys continue after those that were copied. */
async function goOnCounting(postgres: Postgres): Promise<void> {
  const { rows } = await postgres.query(
    `select table_name as table, column_name as column from information_schema.columns where is_identity = 'YES'`,
  )
  for (const { table, column } of rows as { table: string; column: string }[])
    await postgres.query(
      `select setval(pg_get_serial_sequence('"${table}"', '${column}'), max("${column}")) from "${table}"`,
    )
}
