import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { InvalidInput, NotFound } from '../../surveys/errors.ts'
import { MOST_TAGS } from '../../surveys/limits.ts'
import { spelledAs } from '../../surveys/tags.ts'
import { jsonFields, jsonRows, jsonValues } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import { insertFrom } from '../insertFrom.ts'
import { response, responseTag } from '../schema/index.ts'
import type { Db, Orm, Statement } from '../statements.ts'

/** The tags of a survey's responses, in order. */
export async function listTags(db: Db, surveyId: string): Promise<string[]> {
  const rows = await db.background
    .selectDistinct({ tag: responseTag.tag })
    .from(responseTag)
    .where(eq(responseTag.surveyId, surveyId))
    .orderBy(asc(responseTag.tag))
  return rows.map(({ tag }) => tag)
}

/**
 * Gives a response exactly these tags, spelled like the survey's own.
 * @throws NotFound
 */
export async function setTags(db: Db, id: string, tags: string[]): Promise<void> {
  const [row] = await readTagged(db, [id])
  if (!row) throw new NotFound('response')
  const wanted = spelledAs(await listTags(db, row.surveyId), tags)
  await db.atomically((orm) => [
    orm.delete(responseTag).where(eq(responseTag.responseNo, row.no)),
    ...(wanted.length ? [addTags(orm, [row.no], wanted)] : []),
  ])
}

/**
 * Adds tags to responses of a survey and removes others, all or none.
 * @throws NotFound for a response that isn't of the survey; InvalidInput if one would have too many tags
 */
export async function changeTags(
  db: Db,
  surveyId: string,
  ids: string[],
  { add, remove }: { add: string[]; remove: string[] },
): Promise<void> {
  const rows = await readTagged(db, ids)
  if (rows.length < ids.length || rows.some((row) => row.surveyId !== surveyId))
    throw new NotFound('response')
  const added = spelledAs(await listTags(db, surveyId), add)
  const numbers = rows.map(({ no }) => no)
  const left = await db.orm
    .select({ responseNo: responseTag.responseNo, n: sql<number>`count(*)`.mapWith(Number) })
    .from(responseTag)
    .where(
      and(
        inArray(responseTag.responseNo, numbers),
        sql`${responseTag.tag} not in ${jsonValues(JSON.stringify([...remove, ...added]))}`,
      ),
    )
    .groupBy(responseTag.responseNo)
  if (left.some(({ n }) => n + added.length > MOST_TAGS))
    throw new InvalidInput([
      { field: 'add', message: `a response can have at most ${MOST_TAGS} tags` },
    ])
  await db.atomically((orm) => [
    ...(remove.length
      ? [
          orm
            .delete(responseTag)
            .where(and(inArray(responseTag.responseNo, numbers), inArray(responseTag.tag, remove))),
        ]
      : []),
    ...(added.length ? [addTags(orm, numbers, added)] : []),
  ])
}

/** Nothing for a response that was erased meanwhile. */
function addTags(orm: Orm, numbers: number[], tags: string[]): Statement {
  return insertFrom(
    orm,
    responseTag,
    { responseNo: response.no, surveyId: response.surveyId, tag: TAG.tag },
    sql`from ${jsonRows(JSON.stringify(tags.map((tag) => ({ tag }))))}
      ${lookUp(response, and(inArray(response.no, numbers), isStored))} where true`,
  ).onConflictDoNothing()
}

const TAG = jsonFields<'tag'>({ tag: 'text' })

const isStored = sql`${response.state} not in ('staged', 'erased')`

async function readTagged(db: Db, ids: string[]) {
  return db.orm
    .select({ no: response.no, surveyId: response.surveyId })
    .from(response)
    .where(and(inArray(response.id, ids), isStored))
}
