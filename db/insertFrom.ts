import { getTableColumns, is, Param, Placeholder, sql, SQL } from 'drizzle-orm'
import { SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
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
  const list = Object.entries(getTableColumns(table)).map(([name, column]) =>
    valueFor(column, values[name as keyof typeof values]),
  )
  return orm.insert(table).select(sql`select ${sql.join(list, sql`, `)} ${from}`)
}

/** A plain value as its column stores it; what is SQL stays as it is. */
function valueFor(column: SQLiteColumn, value: unknown): SQL {
  if (value === undefined || value === null) return sql`null`
  const isSql = is(value, SQL) || is(value, SQLiteColumn) || is(value, Placeholder)
  return sql`${isSql ? value : new Param(value, column)}`
}
