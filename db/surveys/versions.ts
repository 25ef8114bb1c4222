import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { isChoice } from '../../surveys/questions.ts'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import { isCountedWithin } from '../scoreboard/matching.ts'
import type { Db } from '../statements.ts'
import { response, surveyVersion } from '../schema/index.ts'
import { readDefinition } from './surveys.ts'

/**
 * Lists a survey's versions, oldest first, each with its number of counted responses.
 * @param until exclusive, in milliseconds UTC
 */
export async function listVersions(db: Db, surveyId: string, until: number) {
  const versions = await db.orm
    .select()
    .from(surveyVersion)
    .where(eq(surveyVersion.surveyId, surveyId))
    .orderBy(asc(surveyVersion.version))
  const counts = await db.background
    .select({ version: response.version, n: sql<number>`count(*)` })
    .from(response)
    .where(isCountedWithin({ surveyId, until }))
    .groupBy(response.version)
  const answers = new Map(counts.map(({ version, n }) => [version, n]))
  return versions.map((row) => ({ ...row, answers: answers.get(row.version) ?? 0 }))
}

/** Reads the definitions of all published versions, newest first. */
export async function readDefinitions(db: Db, surveyId: string): Promise<SurveyDefinition[]> {
  return (await readDefinitionsOfEach(db, [surveyId])).get(surveyId)!
}

/** Reads the definitions of all published versions of several surveys, newest first. */
export async function readDefinitionsOfEach(
  db: Db,
  surveyIds: string[],
): Promise<Map<string, SurveyDefinition[]>> {
  const { surveyId, version } = surveyVersion
  const versions = await db.orm
    .select({ surveyId, version })
    .from(surveyVersion)
    .where(inArray(surveyId, surveyIds))
    .orderBy(desc(version))
  const read = await Promise.all(
    versions.map(async (each) => ({
      surveyId: each.surveyId,
      definition: await readDefinition(db, each.surveyId, each.version),
    })),
  )
  const definitions = new Map(surveyIds.map((id): [string, SurveyDefinition[]] => [id, []]))
  for (const { surveyId, definition } of read) definitions.get(surveyId)!.push(definition)
  return definitions
}

/** Reads the ids of all questions of all versions, each with the ids of its options. */
export async function readPublishedIds(
  db: Db,
  surveyId: string,
): Promise<Record<string, string[]>> {
  const options: Record<string, string[]> = {}
  for (const { questions } of (await readDefinitions(db, surveyId)).toReversed())
    for (const question of questions)
      options[question.id] = [
        ...new Set([
          ...(options[question.id] ?? []),
          ...(isChoice(question) ? question.options : []),
        ]),
      ]
  return options
}
