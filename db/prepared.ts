import { Param, Placeholder, is, sql } from 'drizzle-orm'
import type { Orm, Statement } from './open.ts'

type Built = { text: string; parameters: ((values: Record<string, unknown>) => unknown)[] }

/**
 * A statement whose text Drizzle builds once; each call only fills in the values.
 * For the writes of the hot path, where building the text would cost more than running it.
 * @param build gives the query, with `value('name')` wherever a value of `Values` goes
 */
export function prepared<Values extends Record<string, unknown>>(
  build: (orm: Orm, value: (name: keyof Values & string) => Placeholder) => Statement,
): (orm: Orm, values: Values) => Statement {
  const known = new WeakMap<Orm, Built>()
  return (orm, values) => {
    let built = known.get(orm)
    if (!built) {
      const query = build(orm, (name) => sql.placeholder(name)).toSQL()
      known.set(orm, (built = { text: query.sql, parameters: query.params.map(filler) }))
    }
    const { text, parameters } = built
    return { toSQL: () => ({ sql: text, params: parameters.map((fill) => fill(values)) }) }
  }
}

function filler(parameter: unknown): Built['parameters'][number] {
  if (is(parameter, Placeholder)) return (values) => values[parameter.name]
  if (is(parameter, Param) && is(parameter.value, Placeholder)) {
    const { encoder, value } = parameter
    return (values) => {
      const given = values[value.name]
      return given === null ? null : encoder.mapToDriverValue(given)
    }
  }
  return () => parameter
}
