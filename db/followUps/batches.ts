import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { NotFound } from '../../surveys/errors.ts'
import type { CloseReason } from '../../surveys/followUps.ts'
import { newId } from '../ids.ts'
import { followUp, followUpEvent, type FollowUpState } from '../schema/index.ts'
import type { Db } from '../statements.ts'
import { changeStatements, findOwner, type Doing, type FollowUpChange } from './changes.ts'

/** Follow-ups per transaction; few enough that saves of answers never wait long. */
const AT_A_TIME = 500

/**
 * Applies one change to any number of follow-ups, in transactions of a bounded size.
 * @returns the id by which it can be undone
 * @throws InvalidInput if the owner is not one of the people who follow up
 */
export async function changeBatch(
  db: Db,
  ids: string[],
  change: Omit<FollowUpChange, 'note'>,
  doing: Doing,
): Promise<string> {
  const batch = newId(doing.now)
  await changeAll(db, ids, change, { ...doing, batch })
  return batch
}

/**
 * Undoes a bulk change, except where a follow-up has been changed again since.
 * @returns how many were changed back
 * @throws NotFound if there is no such change
 */
export async function undoBatch(db: Db, batch: string, doing: Doing): Promise<number> {
  const events = await readBatch(db, batch)
  if (!events.length) throw new NotFound('change')
  const groups = new Map<string, { change: FollowUpChange; ids: string[] }>()
  for (const { followUpId, kind, was, reason, isLatest } of events) {
    if (!isLatest) continue
    const change: FollowUpChange =
      kind === 'owner'
        ? { ownerId: was }
        : { state: was as FollowUpState, reason: reason as CloseReason | null }
    const key = JSON.stringify(change)
    const group = groups.get(key) ?? { change, ids: [] }
    group.ids.push(followUpId)
    groups.set(key, group)
  }
  for (const { change, ids } of groups.values()) await changeAll(db, ids, change, doing)
  return new Set([...groups.values()].flatMap(({ ids }) => ids)).size
}

async function changeAll(db: Db, ids: string[], change: FollowUpChange, doing: Doing) {
  const owner = await findOwner(db, change)
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    const some = ids.slice(from, from + AT_A_TIME)
    await db.atomically((orm) => changeStatements(orm, some, change, owner, doing))
  }
}

const other = alias(followUpEvent, 'other')

/**
 * Reads the history entries of a bulk change, with the previous reason and whether they are the latest
 * of their kind.
 */
function readBatch(db: Db, batch: string) {
  const ofSame = sql`${other.followUpId} = ${followUpEvent.followUpId}
    and ${other.kind} = ${followUpEvent.kind}`
  const others = sql`${followUpEvent} as ${sql.identifier('other')}`
  return (
    db.background
      .select({
        followUpId: followUpEvent.followUpId,
        kind: followUpEvent.kind,
        was: followUpEvent.was,
        reason: sql<string | null>`(select ${other.detail} from ${others}
        where ${ofSame} and ${other.no} < ${followUpEvent.no} order by ${other.no} desc limit 1)`,
        isLatest: sql`not exists (select 1 from ${others}
        where ${ofSame} and ${other.no} > ${followUpEvent.no})`.mapWith(Boolean),
      })
      .from(followUpEvent)
      // Joined so that Drizzle qualifies columns with their table, which the subqueries need.
      .innerJoin(followUp, eq(followUp.id, followUpEvent.followUpId))
      .where(eq(followUpEvent.batch, batch))
  )
}
