import { desc, inArray, sql } from 'drizzle-orm'
import { jsonFields, jsonRows, jsonValues } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import { insertFrom } from '../insertFrom.ts'
import { response, responseSearch, searchTodo } from '../schema/index.ts'
import type { Db } from '../statements.ts'
import { placeOf, readWords } from './words.ts'

// Triggers add each response whose texts or customer change to `search_todo`, in the same transaction;
// this indexes them afterwards, in batches. Erased and deleted responses leave the index at once. See
// docs/decisions/0023.

/** Responses per batch; few enough that saves of answers don't wait. */
const AT_A_TIME = 200

/** More changes than wait while responses are saved one by one. */
const MOST_LATEST = 1_000

/**
 * Indexes changed responses, latest first, until none is left.
 * @param isStopped ends it after the current batch; the next call indexes the rest
 */
export async function indexChanged(db: Db, isStopped = () => false): Promise<void> {
  while (!isStopped() && (await indexSome(db)));
}

/** Counts the changes that are not indexed yet. */
export async function countUnindexed(db: Db): Promise<number> {
  const [row] = await db.background.select({ n: sql<number>`count(*)` }).from(searchTodo)
  return row!.n
}

/** Whether so many changes are not indexed yet that a search may miss responses: not just the latest ones. */
export async function isCatchingUp(db: Db): Promise<boolean> {
  const rows = await db.background
    .select({ no: searchTodo.no })
    .from(searchTodo)
    .limit(1)
    .offset(MOST_LATEST)
  return rows.length > 0
}

/** Indexes one batch. @returns whether there was any */
async function indexSome(db: Db): Promise<boolean> {
  const todo = await db.background
    .select()
    .from(searchTodo)
    .orderBy(desc(searchTodo.no))
    .limit(AT_A_TIME)
  if (!todo.length) return false
  const read = await readWords(db, [...new Set(todo.map(({ responseNo }) => responseNo))])
  const changed = read.filter(({ words, stored }) => words !== stored)
  const numbers = JSON.stringify(changed.map(({ no }) => no))
  const found = JSON.stringify(changed.filter(({ words }) => words !== null))
  await db.atomically((orm) => [
    orm
      .delete(responseSearch)
      .where(sql`${responseSearch.responseNo} in ${jsonValues(numbers, 'integer')}`),
    insertFrom(
      orm,
      responseSearch,
      { place: placeOf(), responseNo: response.no, words: ROW.words },
      // Skips responses that were erased or deleted since they were read.
      sql`from ${jsonRows(found)}
        ${lookUp(response, sql`${response.no} = ${ROW.no} and ${response.state} <> 'erased'`)}
        where true`,
    ).onConflictDoNothing(),
    orm.delete(searchTodo).where(
      inArray(
        searchTodo.no,
        todo.map(({ no }) => no),
      ),
    ),
  ])
  return true
}

const ROW = jsonFields<'no' | 'words'>({ no: 'integer', words: 'text' })
