import { and, asc, eq, ne } from 'drizzle-orm'
import { namesOf } from '../surveys/survey.ts'
import { newId } from './ids.ts'
import type { Db } from './open.ts'
import { exportRun, segment, surveyVersion } from './schema.ts'

/** Writes down who took what out of the house. */
export async function recordExport(
  db: Db,
  taken: { at: number; by: string; what: string; filter: Record<string, unknown> },
): Promise<void> {
  await db.orm.insert(exportRun).values({ id: newId(taken.at), ...taken })
}

/** The names of the properties that a survey's responses (or those of all surveys) have groups for. */
export async function listProperties(db: Db, surveyId?: string): Promise<string[]> {
  const rows = await db.orm
    .selectDistinct({ property: segment.property })
    .from(segment)
    .where(
      and(
        ne(segment.property, ''),
        ne(segment.property, 'language'),
        surveyId ? eq(segment.surveyId, surveyId) : undefined,
      ),
    )
    .orderBy(asc(segment.property))
  return rows.map(({ property }) => property)
}

/** The names under which answers to any version of a survey are kept, in the order they were asked. */
export async function listQuestionIds(db: Db, surveyId: string): Promise<string[]> {
  const versions = await db.orm
    .select({ definition: surveyVersion.definition })
    .from(surveyVersion)
    .where(eq(surveyVersion.surveyId, surveyId))
    .orderBy(asc(surveyVersion.version))
  return [...new Set(versions.flatMap(({ definition }) => definition.questions.flatMap(namesOf)))]
}
