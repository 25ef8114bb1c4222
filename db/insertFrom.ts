import { getTableColumns, is, Param, Placeholder, sql, SQL } from 'drizzle-orm'
import { SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Orm } from './statements.ts'

/**
 * Builds `insert … select` with each value beside its column's name.
 * @param values the value of each column; null if omitted
 * @param from everything after the list of values, beginning with `from`
 */
export function insertFrom<Table extends SQLiteTable>(
  orm: Orm,
  table: Table,
  values: Partial<Record<keyof Table['_']['columns'] & string, unknown>>,
  from: SQL,
) {
  const list = Object.entries(getTableColumns(table)).map(([name, column]) =>
    valueFor(column, values[name as keyof typeof values]),
  )
  return orm.insert(table).select(sql`select ${sql.join(list, sql`, `)} ${from}`)
}

/** Encodes a plain value for its column; SQL stays as it is. */
function valueFor(column: SQLiteColumn, value: unknown): SQL {
  if (value === undefined || value === null) return sql`null`
  const isSql = is(value, SQL) || is(value, SQLiteColumn) || is(value, Placeholder)
  return sql`${isSql ? value : new Param(value, column)}`
}
