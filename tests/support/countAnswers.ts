import { countAnswersOfEach } from '../../db/scores/summaries.ts'
import type { Db } from '../../db/statements.ts'

/** Reads a question's number of answers from the scoreboard. */
export async function countAnswers(
  db: Db,
  { surveyId, question }: { surveyId: string; question: string },
): Promise<number> {
  const counts = await countAnswersOfEach(db, { surveyIds: [surveyId], until: Infinity })
  return counts.get(surveyId)!.get(question) ?? 0
}
