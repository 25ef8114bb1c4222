import { Param, Placeholder, is, sql } from 'drizzle-orm'
import type { Orm, Statement } from './open.ts'
import { paramsOf, type Template, type Values } from './template.ts'

/**
 * A statement whose text Drizzle builds once; each call only gives the values. For the writes of the
 * hot path, where building the text would cost more than running it. Statements that are given the
 * same object of values travel to the database with one copy of it.
 * @param build gives the query, with `value('name')` wherever a value of `Given` goes
 */
export function prepared<Given extends Values>(
  build: (orm: Orm, value: (name: keyof Given & string) => Placeholder) => Statement,
): (orm: Orm, values: Given) => FilledTemplate {
  const known = new WeakMap<Orm, Template>()
  return (orm, values) => {
    let template = known.get(orm)
    if (!template) {
      const query = build(orm, (name) => sql.placeholder(name)).toSQL()
      known.set(orm, (template = { sql: query.sql, slots: query.params.map(slotOf) }))
    }
    return new FilledTemplate(template, values)
  }
}

/** A statement whose text Drizzle built once, and the values to fill it with. */
export class FilledTemplate implements Statement {
  constructor(
    readonly template: Template,
    readonly values: Values,
  ) {}

  toSQL() {
    return { sql: this.template.sql, params: paramsOf(this.template.slots, this.values) }
  }
}

function slotOf(parameter: unknown): Template['slots'][number] {
  const given = is(parameter, Param) ? parameter.value : parameter
  return is(given, Placeholder) ? given.name : [given]
}
