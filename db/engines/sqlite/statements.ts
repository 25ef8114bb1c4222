import type Database from 'better-sqlite3'

type Prepared = Database.Statement<unknown[], unknown[]>

/**
 * Prepares each statement once and caches the `most` recently used: texts with lists of ids are
 * unlimited in number.
 */
export function statementsOf(
  connection: Pick<Database.Database, 'prepare'>,
  most: number,
): (sql: string) => Prepared {
  const kept = new Map<string, Prepared>()
  return (sql) => {
    const statement = kept.get(sql) ?? connection.prepare<unknown[], unknown[]>(sql)
    kept.delete(sql)
    kept.set(sql, statement)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return statement
  }
}
