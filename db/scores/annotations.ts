import { and, asc, desc, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Day } from '../../surveys/days.ts'
import { NotFound } from '../../surveys/errors.ts'
import { newId } from '../ids.ts'
import type { Db } from '../statements.ts'
import { mark, surveyVersion } from '../schema/index.ts'

export type Mark = typeof mark.$inferSelect
type Named = Pick<Mark, 'surveyId' | 'id'>

/** As many as a list may have. */
const MOST = 200
/** As long can a removal be taken back, in milliseconds. */
const KEPT = 86_400_000

/** The marks of a survey, latest day first. */
export async function listMarks(db: Db, surveyId: string): Promise<Mark[]> {
  return db.orm
    .select()
    .from(mark)
    .where(and(eq(mark.surveyId, surveyId), isNull(mark.removedAt)))
    .orderBy(desc(mark.day), desc(mark.id))
    .limit(MOST)
}

/** When each version after the first was published, in milliseconds UTC; the first starts the trend. */
export async function listNewVersions(
  db: Db,
  surveyId: string,
): Promise<{ version: number; publishedAt: number }[]> {
  return db.orm
    .select({ version: surveyVersion.version, publishedAt: surveyVersion.publishedAt })
    .from(surveyVersion)
    .where(and(eq(surveyVersion.surveyId, surveyId), gt(surveyVersion.version, 1)))
    .orderBy(asc(surveyVersion.version))
}

/** @param input `by` is the name of whoever makes it, `now` in milliseconds UTC */
export async function addMark(
  db: Db,
  input: { surveyId: string; day: Day; text: string; by: string; now: number },
): Promise<Mark> {
  const { now, ...given } = input
  const [added] = await db.orm
    .insert(mark)
    .values({ id: newId(now), ...given, createdAt: now })
    .returning()
  return added!
}

/** @throws NotFound when the survey has no such mark */
export async function changeMark(
  db: Db,
  { surveyId, id }: Named,
  change: { day?: Day; text?: string },
): Promise<Mark> {
  const [changed] = await db.orm
    .update(mark)
    .set(change)
    .where(and(eq(mark.surveyId, surveyId), eq(mark.id, id), isNull(mark.removedAt)))
    .returning()
  if (!changed) throw new NotFound('mark')
  return changed
}

/**
 * Takes a mark from the trend; what was removed more than a day ago is deleted with it.
 * @param now in milliseconds UTC
 * @throws NotFound when the survey has no such mark
 */
export async function removeMark(db: Db, { surveyId, id }: Named, now: number): Promise<void> {
  const [removed] = await db.atomically((orm) => [
    orm
      .update(mark)
      .set({ removedAt: now })
      .where(and(eq(mark.surveyId, surveyId), eq(mark.id, id), isNull(mark.removedAt)))
      .returning({ id: mark.id }),
    orm.delete(mark).where(lt(mark.removedAt, now - KEPT)),
  ])
  if (!removed!.length) throw new NotFound('mark')
}

/**
 * Takes the removal of a mark back: it is as it was, with whoever made it.
 * @throws NotFound when the survey has no such mark, or no longer
 */
export async function putMarkBack(db: Db, { surveyId, id }: Named): Promise<Mark> {
  const [back] = await db.orm
    .update(mark)
    .set({ removedAt: null })
    .where(and(eq(mark.surveyId, surveyId), eq(mark.id, id)))
    .returning()
  if (!back) throw new NotFound('mark')
  return back
}
