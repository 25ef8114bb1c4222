import { asc, gt, sql } from 'drizzle-orm'
import { response, searchTodo } from '../schema/index.ts'
import type { Db } from '../statements.ts'
import { readWords } from './words.ts'

const AT_A_TIME = 500

/**
 * Compares the search index with the responses, except for those still to be indexed.
 * @returns one line per fault
 */
export async function findSearchFaults(db: Db): Promise<string[]> {
  const faults: string[] = []
  for (let last = 0; ;) {
    const rows = await db.background
      .select({ no: response.no })
      .from(response)
      .where(gt(response.no, last))
      .orderBy(asc(response.no))
      .limit(AT_A_TIME)
    if (!rows.length) return faults
    last = rows.at(-1)!.no
    const read = await readWords(
      db,
      rows.map(({ no }) => no),
    )
    const wrong = read.filter(({ words, stored }) => words !== stored).map(({ no }) => no)
    if (!wrong.length) continue
    const waiting = await db.background
      .select({ no: searchTodo.responseNo })
      .from(searchTodo)
      .where(sql`${searchTodo.responseNo} between ${wrong[0]!} and ${last}`)
    const isWaiting = new Set(waiting.map(({ no }) => no))
    for (const no of wrong)
      if (!isWaiting.has(no)) faults.push(`response ${no} is not found by the words that it holds`)
  }
}
