import { and, asc, desc, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Day } from '../../surveys/days.ts'
import { NotFound } from '../../surveys/errors.ts'
import { newId } from '../ids.ts'
import type { Db } from '../statements.ts'
import { annotation, surveyVersion } from '../schema/index.ts'
import { DAY } from '../../surveys/durations.ts'

export type Annotation = typeof annotation.$inferSelect
type Named = Pick<Annotation, 'surveyId' | 'id'>

/** The length limit of a list. */
const MOST = 200
/** How long a removal can be undone, in milliseconds. */
const UNDO_PERIOD = DAY

/** Lists a survey's annotations, latest day first. */
export async function listAnnotations(db: Db, surveyId: string): Promise<Annotation[]> {
  return db.orm
    .select()
    .from(annotation)
    .where(and(eq(annotation.surveyId, surveyId), isNull(annotation.removedAt)))
    .orderBy(desc(annotation.day), desc(annotation.id))
    .limit(MOST)
}

/**
 * Reads when each version after the first was published, in milliseconds UTC; the first one starts the
 * trend.
 */
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

/** @param input `by` is its author's name, `now` in milliseconds UTC */
export async function addAnnotation(
  db: Db,
  input: { surveyId: string; day: Day; text: string; by: string; now: number },
): Promise<Annotation> {
  const { now, ...values } = input
  const [added] = await db.orm
    .insert(annotation)
    .values({ id: newId(now), ...values, createdAt: now })
    .returning()
  return added!
}

/** @throws NotFound */
export async function changeAnnotation(
  db: Db,
  { surveyId, id }: Named,
  change: { day?: Day; text?: string },
): Promise<Annotation> {
  const [changed] = await db.orm
    .update(annotation)
    .set(change)
    .where(
      and(eq(annotation.surveyId, surveyId), eq(annotation.id, id), isNull(annotation.removedAt)),
    )
    .returning()
  if (!changed) throw new NotFound('annotation')
  return changed
}

/**
 * Removes an annotation from the trend, and deletes those removed more than a day ago.
 * @param now in milliseconds UTC
 * @throws NotFound
 */
export async function removeAnnotation(
  db: Db,
  { surveyId, id }: Named,
  now: number,
): Promise<void> {
  const [removed] = await db.atomically((orm) => [
    orm
      .update(annotation)
      .set({ removedAt: now })
      .where(
        and(eq(annotation.surveyId, surveyId), eq(annotation.id, id), isNull(annotation.removedAt)),
      )
      .returning({ id: annotation.id }),
    orm.delete(annotation).where(lt(annotation.removedAt, now - UNDO_PERIOD)),
  ])
  if (!removed!.length) throw new NotFound('annotation')
}

/** Restores a removed annotation. @throws NotFound if it doesn't exist, or was deleted for good */
export async function restoreAnnotation(db: Db, { surveyId, id }: Named): Promise<Annotation> {
  const [back] = await db.orm
    .update(annotation)
    .set({ removedAt: null })
    .where(and(eq(annotation.surveyId, surveyId), eq(annotation.id, id)))
    .returning()
  if (!back) throw new NotFound('annotation')
  return back
}
