import { and, asc, eq, ne } from 'drizzle-orm'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import type { Db } from '../statements.ts'
import { segment, surveyVersion } from '../schema/index.ts'

/** Lists the names of properties that have groups, of one survey or all. */
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

/** Lists a survey's versions, oldest first. */
export async function listDefinitions(
  db: Db,
  surveyId: string,
): Promise<{ version: number; definition: SurveyDefinition }[]> {
  return db.orm
    .select({ version: surveyVersion.version, definition: surveyVersion.definition })
    .from(surveyVersion)
    .where(eq(surveyVersion.surveyId, surveyId))
    .orderBy(asc(surveyVersion.version))
}
