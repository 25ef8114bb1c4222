import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import { openSqlite } from './engines/sqlite/open.ts'

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
   * Rejects with NoLongerWanted where whoever asked has gone before a read began (`whileWanted`), and
   * with TooManyReads where too many of their requests wait already.
   */
  aside: Orm
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
 * Opens the database that a URL names and brings its tables up to date.
 * @param url `file:data/ohlas.db` or a plain path
 * @param absent what to do where there is none
 * @throws DatabaseUnusable
 */
export async function openDatabase(url: string, absent: WhereAbsent = 'make it'): Promise<Db> {
  return openSqlite(url.replace(/^(file|sqlite):(\/\/(?=\/))?/, ''), absent)
}
