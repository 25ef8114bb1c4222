import { asc, inArray } from 'drizzle-orm'
import type { AnswerRow } from '../../surveys/answers.ts'
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
  const numbers = rows.map(({ no }) => no)
  const answers = await orm
    .select(answerColumns)
    .from(answer)
    .where(inArray(answer.responseNo, numbers))
  const additions = await orm
    .select()
    .from(addition)
    .where(inArray(addition.responseNo, numbers))
    .orderBy(asc(addition.at), asc(addition.no))
  const reviews = await orm
    .select()
    .from(review)
    .where(inArray(review.responseNo, numbers))
    .orderBy(asc(review.at), asc(review.no))
  const tags = await orm
    .select({ responseNo: responseTag.responseNo, tag: responseTag.tag })
    .from(responseTag)
    .where(inArray(responseTag.responseNo, numbers))
    .orderBy(asc(responseTag.tag))
  const parts = new Map<number, ResponseParts>(
    numbers.map((no) => [no, { answers: [], additions: [], tags: [], review: null }]),
  )
  for (const { responseNo, ...answerRow } of answers) parts.get(responseNo)!.answers.push(answerRow)
  for (const { responseNo, at, text } of additions)
    parts.get(responseNo)!.additions.push({ at, text })
  for (const { responseNo, tag } of tags) parts.get(responseNo)!.tags.push(tag)
  for (const { responseNo, by, at } of reviews) parts.get(responseNo)!.review = { by, at }
  return rows.map((row) => ({ ...row, ...parts.get(row.no)! }))
}

/** An answer, and whose it is. */
export const answerColumns = {
  responseNo: answer.responseNo,
  question: answer.question,
  value: answer.value,
  text: answer.text,
}
