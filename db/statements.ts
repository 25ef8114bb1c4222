import { Param, Placeholder, is, sql } from 'drizzle-orm'
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import { paramsOf, type Template, type Values } from './template.ts'

/** Drizzle on the engine. Reads run in this thread; single writes go through `atomically`. */
export type Orm = SqliteRemoteDatabase

/** A statement ready to run: a Drizzle query, or one filled from `prepared`. */
export type Statement = { toSQL(): { sql: string; params: unknown[] } }

/** The result of a statement's `returning`: driver values in column order. */
export type Rows = unknown[][]

export type Db = {
  /** For single writes and look-ups by key only, since a read blocks everyone. */
  orm: Orm
  /**
   * For every list or count, which may take long and delays only the same person's next read. Rejects
   * with NoLongerWanted if the requester disconnected before a read began (`runFor`), and with
   * TooManyReads if too many of their requests are waiting.
   */
  background: Orm
  /**
   * Runs the statements in order, all or none, and resolves once they are on disk. Can't read in
   * between: write conditions into the statements (`on conflict`, `insert … select`, conditional
   * updates).
   * @throws StorageUnavailable if the disk is full, locked or failing
   */
  atomically(build: (orm: Orm) => Statement[]): Promise<Rows[]>
  /** @throws StorageUnavailable while nothing can be written */
  checkWritable(): Promise<void>
  /** The engine's check of its file: one line per fault. */
  faults(): string[]
  close(): Promise<void>
}

export type WhereAbsent = 'make it' | 'refuse'

/**
 * Builds a statement's text once, for hot paths on which building costs more than running. Each call
 * supplies only values; statements with the same values object send one copy of it.
 * @param build returns the query, with `value('name')` for each value of `Given`
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
 * Makes a statement run only if `guard` returns a row. The engine runs the guard once, before the first
 * of several such statements.
 * @param guard gets the same values
 */
export function onlyWhere<Given extends Values>(
  guard: (orm: Orm, values: Given) => FilledTemplate,
  statement: (orm: Orm, values: Given) => FilledTemplate,
): (orm: Orm, values: Given) => FilledTemplate {
  return (orm, values) =>
    new FilledTemplate(statement(orm, values).template, values, guard(orm, values).template)
}

/** A prepared statement with its values. */
export class FilledTemplate implements Statement {
  constructor(
    readonly template: Template,
    readonly values: Values,
    /** Runs only if this one returns a row. */
    readonly guard?: Template,
  ) {}

  toSQL() {
    return { sql: this.template.sql, params: paramsOf(this.template.slots, this.values) }
  }
}

function slotOf(parameter: unknown): Template['slots'][number] {
  const value = is(parameter, Param) ? parameter.value : parameter
  return is(value, Placeholder) ? value.name : [value]
}
