import { isDeepStrictEqual } from 'node:util'
import { and, eq, sql } from 'drizzle-orm'
import { Conflict } from '../../surveys/errors.ts'
import type { SurveyDraft } from '../../surveys/definition.ts'
import type { Db } from '../statements.ts'
import { survey } from '../schema/index.ts'
import { readDefinition, readSurvey, type Survey } from './surveys.ts'

/** One save of a draft. */
export type SavedDraft = {
  /** The revision that it is based on. */
  revision: number
  definition: SurveyDraft
  /** The survey's new name. */
  name?: string | undefined
  /** The name of the person or key. */
  by: string
  now: number
}

/**
 * Saves a draft, unless somebody else has saved another since. Repeating a save changes nothing.
 * @throws NotFound
 * @throws Conflict with who saved the survey meanwhile and when
 */
export async function saveDraft(db: Db, id: string, saved: SavedDraft): Promise<Survey> {
  const { revision, definition, name, by, now } = saved
  const [updated] = await db.orm
    .update(survey)
    .set({
      draft: definition,
      draftRevision: sql`${survey.draftRevision} + 1`,
      draftBy: by,
      draftAt: now,
      ...(name !== undefined && { name }),
    })
    .where(and(eq(survey.id, id), eq(survey.draftRevision, revision)))
    .returning()
  if (updated) return updated
  const stored = await readSurvey(db, id)
  if (!isThatSave(stored, saved))
    throw new Conflict(
      `${stored.draftBy ?? 'Somebody'} saved this survey at ${new Date(stored.draftAt ?? stored.createdAt).toISOString()}.`,
    )
  return stored
}

function isThatSave(stored: Survey, { revision, definition, name, by }: SavedDraft): boolean {
  return (
    stored.draftRevision === revision + 1 &&
    stored.draftBy === by &&
    (name === undefined || stored.name === name) &&
    isDeepStrictEqual(stored.draft, definition)
  )
}

/**
 * Reverts the draft to the last published version.
 * @throws NotFound
 * @throws Conflict if nothing was ever published
 */
export async function discardDraft(
  db: Db,
  id: string,
  { by, now }: Pick<SavedDraft, 'by' | 'now'>,
): Promise<Survey> {
  const { version, draftRevision } = await readSurvey(db, id)
  if (version === null)
    throw new Conflict('It was never published, so there is nothing to go back to.')
  const definition = await readDefinition(db, id, version)
  return saveDraft(db, id, { revision: draftRevision, definition, by, now })
}
