import { and, eq } from 'drizzle-orm'
import type { WatchRules } from '../../surveys/watching/rules.ts'
import type { Db } from '../statements.ts'
import { watch } from '../schema/index.ts'

type QuestionKey = { surveyId: string; question: string }

/** Reads a question's watch rules; null if nobody has set any. */
export async function readWatch(
  db: Db,
  { surveyId, question }: QuestionKey,
): Promise<WatchRules | null> {
  const [row] = await db.orm
    .select({ rules: watch.rules })
    .from(watch)
    .where(and(eq(watch.surveyId, surveyId), eq(watch.question, question)))
  return row?.rules ?? null
}

/** @throws Conflict if the survey is gone */
export async function saveWatch(
  db: Db,
  { surveyId, question }: QuestionKey,
  rules: WatchRules,
): Promise<void> {
  await db.orm
    .insert(watch)
    .values({ surveyId, question, rules })
    .onConflictDoUpdate({ target: [watch.surveyId, watch.question], set: { rules } })
}
