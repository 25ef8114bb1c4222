import { asc, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { AnswerRow } from '../../surveys/answers.ts'
import { jsonValues } from '../engines/sqlite/json.ts'
import { addition, answer, responseTag, review } from '../schema/index.ts'
import type { Orm } from '../statements.ts'

/** Text that a customer added later, and when. */
type Addition = { at: number; text: string }

/** Parts of a response from other tables; `review` is the latest one. */
type ResponseParts = {
  answers: AnswerRow[]
  additions: Addition[]
  tags: string[]
  review: { by: string; at: number } | null
}

/** Adds answers and the other parts to each row, with one read each per page. */
export async function withAnswers<Row extends { no: number }>(
  orm: Orm,
  rows: Row[],
): Promise<(Row & ResponseParts)[]> {
  if (!rows.length) return []
  const parts = new Map<number, ResponseParts>(
    rows.map(({ no }) => [no, { answers: [], additions: [], tags: [], review: null }]),
  )
  // One parameter and plain rows: a file has hundreds of thousands of answers.
  const numbers = JSON.stringify([...parts.keys()])
  const isTheirs = (table: { responseNo: SQLiteColumn }) =>
    sql`${table.responseNo} in ${jsonValues(numbers, 'integer')}`
  const answers = await orm.values<[number, string, number | null, string | null]>(sql`
    select ${answer.responseNo}, ${answer.question}, ${answer.value}, ${answer.text}
    from ${answer} where ${isTheirs(answer)}`)
  const additions = await orm
    .select()
    .from(addition)
    .where(isTheirs(addition))
    .orderBy(asc(addition.at), asc(addition.no))
  const reviews = await orm
    .select()
    .from(review)
    .where(isTheirs(review))
    .orderBy(asc(review.at), asc(review.no))
  const tags = await orm
    .select({ responseNo: responseTag.responseNo, tag: responseTag.tag })
    .from(responseTag)
    .where(isTheirs(responseTag))
    .orderBy(asc(responseTag.tag))
  for (const [no, question, value, text] of answers)
    parts.get(no)!.answers.push({ question, value, text })
  for (const { responseNo, at, text } of additions)
    parts.get(responseNo)!.additions.push({ at, text })
  for (const { responseNo, tag } of tags) parts.get(responseNo)!.tags.push(tag)
  for (const { responseNo, by, at } of reviews) parts.get(responseNo)!.review = { by, at }
  return rows.map((row) => Object.assign(row, parts.get(row.no)!))
}

/** An answer, and whose it is. */
export const answerColumns = {
  responseNo: answer.responseNo,
  question: answer.question,
  value: answer.value,
  text: answer.text,
}
