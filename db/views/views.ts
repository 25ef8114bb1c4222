import { and, asc, count, eq, isNull, or, sql } from 'drizzle-orm'
import { Conflict, NotFound } from '../../surveys/errors.ts'
import type { ViewedPage } from '../../surveys/views.ts'
import { newId } from '../ids.ts'
import { savedView, user } from '../schema/index.ts'
import type { Db } from '../statements.ts'

/** How many views of a page one person can see at most. */
const MOST = 50

type Page = { page: ViewedPage; surveyId: string | null }

/**
 * Lists the views of a page that a person sees: their own and shared ones, in the order of their names.
 * @param personId null for a key, which sees shared ones only
 */
export async function listViews(db: Db, { page, surveyId }: Page, personId: string | null) {
  return db.orm
    .select({
      id: savedView.id,
      page: savedView.page,
      surveyId: savedView.surveyId,
      name: savedView.name,
      search: savedView.search,
      ownerId: savedView.ownerId,
      ownerName: user.name,
      shared: savedView.shared,
    })
    .from(savedView)
    .leftJoin(user, eq(user.id, savedView.ownerId))
    .where(
      and(
        eq(savedView.page, page),
        surveyId === null ? isNull(savedView.surveyId) : eq(savedView.surveyId, surveyId),
        or(savedView.shared, personId === null ? undefined : eq(savedView.ownerId, personId)),
      ),
    )
    .orderBy(asc(savedView.name), asc(savedView.id))
    .limit(2 * MOST)
}

/** @throws NotFound */
export async function readView(db: Db, id: string): Promise<typeof savedView.$inferSelect> {
  const [view] = await db.orm.select().from(savedView).where(eq(savedView.id, id))
  if (!view) throw new NotFound('view')
  return view
}

/**
 * Saves a view.
 * @returns its id
 * @throws Conflict if its owner has too many of this page
 */
export async function addView(
  db: Db,
  view: Page & { name: string; search: string; ownerId: string | null; shared: boolean },
  now: number,
): Promise<string> {
  const [row] = await db.orm
    .select({ n: count() })
    .from(savedView)
    .where(
      and(
        eq(savedView.page, view.page),
        sql`${savedView.surveyId} is not distinct from ${view.surveyId}`,
        sql`${savedView.ownerId} is not distinct from ${view.ownerId}`,
      ),
    )
  if (row!.n >= MOST)
    throw new Conflict(`There can be ${MOST} views of a page. Delete one that nobody needs.`)
  const id = newId(now)
  await db.orm.insert(savedView).values({ id, ...view, createdAt: now })
  return id
}

export async function changeView(
  db: Db,
  id: string,
  change: { name?: string | undefined; search?: string | undefined; shared?: boolean | undefined },
): Promise<void> {
  await db.orm.update(savedView).set(change).where(eq(savedView.id, id))
}

export async function removeView(db: Db, id: string): Promise<void> {
  await db.orm.delete(savedView).where(eq(savedView.id, id))
}
