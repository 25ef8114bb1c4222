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

/**
 * Statements that change and find nothing unless a query returns a row. The engine asks it once, before the
 * first of them, and spares itself the rest.
 * @param guard asked with the same values
 */
export function onlyWhere<Given extends Values>(
  guard: (orm: Orm, values: Given) => FilledTemplate,
  statement: (orm: Orm, values: Given) => FilledTemplate,
): (orm: Orm, values: Given) => FilledTemplate {
  return (orm, values) =>
    new FilledTemplate(statement(orm, values).template, values, guard(orm, values).template)
}

/** A statement whose text Drizzle built once, and the values to fill it with. */
export class FilledTemplate implements Statement {
  constructor(
    readonly template: Template,
    readonly values: Values,
    /** Runs only where this one returns a row. */
    readonly guard?: Template,
  ) {}

  toSQL() {
    return { sql: this.template.sql, params: paramsOf(this.template.slots, this.values) }
  }
}

function slotOf(parameter: unknown): Template['slots'][number] {
  const given = is(parameter, Param) ? parameter.value : parameter
  return is(given, Placeholder) ? given.name : [given]
}
