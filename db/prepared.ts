import { fillPlaceholders, type Placeholder, sql } from 'drizzle-orm'
import type { Orm, Statement } from './open.ts'

/**
 * A statement whose text Drizzle builds once; each call only fills in the values.
 * For the writes of the hot path, where building the text would cost more than running it.
 * @param build gives the query, with `value('name')` wherever a value of `Values` goes
 */
export function prepared<Values extends Record<string, unknown>>(
  build: (orm: Orm, value: (name: keyof Values & string) => Placeholder) => Statement,
): (orm: Orm, values: Values) => Statement {
  const built = new WeakMap<Orm, { sql: string; params: unknown[] }>()
  return (orm, values) => {
    let query = built.get(orm)
    if (!query) built.set(orm, (query = build(orm, (name) => sql.placeholder(name)).toSQL()))
    const { sql: text, params } = query
    return { toSQL: () => ({ sql: text, params: fillPlaceholders(params, values) }) }
  }
}
