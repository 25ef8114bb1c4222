import type { Db } from '../statements.ts'
import { listResponses, type Place, type ResponseFilter, type ResponseRow } from './list.ts'

/** The place of a response in an order by score; `score` is null for one without. */
export type ScorePlace = Place & { score: number | null }

/** An order by the scores of a question, with the scores in that order. */
export type ScoreOrder = { question: string; scores: number[] }

/**
 * Reads a page of responses in the order of a question's scores, newest first within a score; those
 * without a score come last. Reads score by score, so that no page has to sort all of them.
 */
export async function listByScore(
  db: Db,
  filter: ResponseFilter & { after?: ScorePlace; limit: number },
  { question, scores }: ScoreOrder,
): Promise<ResponseRow[]> {
  const { after, limit } = filter
  const steps = [...scores, null]
  const rows: ResponseRow[] = []
  for (const score of steps.slice(after ? steps.indexOf(after.score) : 0)) {
    if (rows.length >= limit) break
    const place = after?.score === score ? after : undefined
    rows.push(
      ...(await listResponses(db, {
        ...filter,
        ordered: { question, score },
        after: place,
        limit: limit - rows.length,
      })),
    )
  }
  return rows
}

/** Returns the place of a response in that order. */
export function scorePlaceOf(
  { answeredAt, no, answers }: ResponseRow,
  { question }: ScoreOrder,
): ScorePlace {
  const score = answers.find((answer) => answer.question === question)?.value ?? null
  return { at: answeredAt, no, score }
}
