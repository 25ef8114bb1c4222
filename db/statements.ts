import { Param, Placeholder, is, sql } from 'drizzle-orm'
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import { paramsOf, type Template, type Values } from './template.ts'

/** Drizzle over the engine: reads answer at once, a single write goes the way of `atomically`. */
export type Orm = SqliteRemoteDatabase

/** A statement that is ready to run: a Drizzle query, or one filled from `prepared`. */
export type Statement = { toSQL(): { sql: string; params: unknown[] } }

/** What a statement's `returning` gave: driver values in the order of its columns. */
export type Rows = unknown[][]

export type Db = {
  /** For single writes, and for reads that look up a few rows by their keys: everyone waits for them. */
  orm: Orm
  /**
   * For every read of a list or a count, which may take long: only the same person's next read waits.
   * Rejects with NoLongerWanted where whoever asked has gone before a read began (`runFor`), and
   * with TooManyReads where too many of their requests wait already.
   */
  background: Orm
  /**
   * Runs the statements in order, all or none, and resolves when they are on disk.
   * Statements decide for themselves (`on conflict`, `insert … select`, conditional updates);
   * nothing is read in between.
   * @throws StorageUnavailable when the disk is full, locked or failing
   */
  atomically(build: (orm: Orm) => Statement[]): Promise<Rows[]>
  /** @throws StorageUnavailable while nothing can be written */
  checkWritable(): Promise<void>
  /** The engine's own check of its file: what is wrong, one line each. */
  faults(): string[]
  close(): Promise<void>
}

export type WhereAbsent = 'make it' | 'refuse'

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
