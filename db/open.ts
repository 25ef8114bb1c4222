import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import { openSqlite } from './engines/sqlite.ts'

/** Drizzle over the engine: reads answer at once, a single write goes the way of `atomically`. */
export type Orm = SqliteRemoteDatabase

/** A statement that is ready to run: a Drizzle query, or one filled from `prepared`. */
export type Statement = { toSQL(): { sql: string; params: unknown[] } }

/** What a statement's `returning` gave: driver values in the order of its columns. */
export type Rows = unknown[][]

export type Db = {
  orm: Orm
  /**
   * For reads that may take long, as they go over answers: nobody else waits for them.
   * Rejects with NoLongerWanted where whoever asked has gone before a read began (`whileWanted`).
   */
  aside: Orm
  /**
   * Runs the statements in order, all or none, and resolves when they are on disk.
   * Statements decide for themselves (`on conflict`, `insert … select`, conditional updates);
   * nothing is read in between.
   * @throws StorageUnavailable when the disk is full, locked or failing
   */
  atomically(build: (orm: Orm) => Statement[]): Promise<Rows[]>
  /** The engine's own check of its file: what is wrong, one line each. */
  faults(): string[]
  close(): Promise<void>
}

/**
 * Opens the database that a URL names, makes it if absent and brings its tables up to date.
 * @param url `file:data/ohlas.db` or a plain path
 */
export async function openDatabase(url: string): Promise<Db> {
  return openSqlite(url.replace(/^(file|sqlite):(\/\/(?=\/))?/, ''))
}
