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
  const cache = new Map<string, Prepared>()
  return (sql) => {
    const statement = cache.get(sql) ?? connection.prepare<unknown[], unknown[]>(sql)
    cache.delete(sql)
    cache.set(sql, statement)
    if (cache.size > most) cache.delete(cache.keys().next().value!)
    return statement
  }
}
