import { eq } from 'drizzle-orm'
import type { WatchRules } from '../surveys/watching/rules.ts'
import type { Db } from './open.ts'
import { watch } from './schema.ts'

/** What somebody has set a survey to be watched for; null while nobody has. */
export async function readWatch(db: Db, surveyId: string): Promise<WatchRules | null> {
  const [row] = await db.orm
    .select({ rules: watch.rules })
    .from(watch)
    .where(eq(watch.surveyId, surveyId))
  return row?.rules ?? null
}

/** @throws Conflict when the survey is gone */
export async function saveWatch(db: Db, surveyId: string, rules: WatchRules): Promise<void> {
  await db.orm
    .insert(watch)
    .values({ surveyId, rules })
    .onConflictDoUpdate({ target: watch.surveyId, set: { rules } })
}
