import { and, asc, eq, sql } from 'drizzle-orm'
import { isChoice } from '../surveys/questions.ts'
import { isCounted } from './matching.ts'
import type { Db } from './open.ts'
import { response, surveyVersion } from './schema.ts'
import { readDefinition } from './surveys.ts'

/** Every version of a survey, oldest first, with how many responses that count answered it. */
export async function listVersions(db: Db, surveyId: string) {
  const versions = await db.orm
    .select()
    .from(surveyVersion)
    .where(eq(surveyVersion.surveyId, surveyId))
    .orderBy(asc(surveyVersion.version))
  const counts = await db.aside
    .select({ version: response.version, n: sql<number>`count(*)` })
    .from(response)
    .where(and(eq(response.surveyId, surveyId), isCounted()))
    .groupBy(response.version)
  const answers = new Map(counts.map(({ version, n }) => [version, n]))
  return versions.map((row) => ({ ...row, answers: answers.get(row.version) ?? 0 }))
}

/** The ids of all questions that any version asks, and of each those of its options. */
export async function readAsked(db: Db, surveyId: string): Promise<Record<string, string[]>> {
  const versions = await db.orm
    .select({ version: surveyVersion.version })
    .from(surveyVersion)
    .where(eq(surveyVersion.surveyId, surveyId))
  const asked: Record<string, string[]> = {}
  for (const { version } of versions)
    for (const question of (await readDefinition(db, surveyId, version)).questions)
      asked[question.id] = [
        ...new Set([
          ...(asked[question.id] ?? []),
          ...(isChoice(question) ? question.options : []),
        ]),
      ]
  return asked
}
