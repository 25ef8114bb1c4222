import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Orm } from './statements.ts'

/**
 * `insert … select` with each value beside its column's name.
 * @param values what goes into each column; null where left out
 * @param from everything behind the list of values, from `from` on
 */
export function insertFrom<Table extends SQLiteTable>(
  orm: Orm,
  table: Table,
  values: Partial<Record<keyof Table['_']['columns'] & string, unknown>>,
  from: SQL,
) {
  const columns = Object.keys(getTableColumns(table)) as (keyof typeof values)[]
  const list = columns.map((name) => sql`${values[name] ?? null}`)
  return orm.insert(table).select(sql`select ${sql.join(list, sql`, `)} ${from}`)
}
