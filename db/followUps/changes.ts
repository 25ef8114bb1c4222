import { and, eq, inArray, ne, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { InvalidInput, NotFound } from '../../surveys/errors.ts'
import type { CloseReason } from '../../surveys/followUps.ts'
import { insertFrom } from '../insertFrom.ts'
import { followUp, followUpEvent, user, type FollowUpState } from '../schema/index.ts'
import type { Db, Orm, Statement } from '../statements.ts'
import { readFollowUps, type FollowUpRow } from './followUps.ts'
import { canOwn, isOpen } from './owners.ts'

export type FollowUpChange = {
  state?: FollowUpState
  /** Reason for closing; only together with the state. */
  reason?: CloseReason | null
  ownerId?: string | null
  /** An empty note deletes it. */
  note?: string | null
}

/** Notes are saved while typing; saves by one person without a longer pause are one history entry. */
const NOTE_PAUSE = 10 * 60_000

/** Who makes a change, by name, and when in milliseconds UTC; `batch` is the id of a bulk change. */
export type Doing = { by: string; now: number; batch?: string }

/**
 * Changes a follow-up and records who did it, in one transaction.
 * @throws NotFound
 * @throws InvalidInput if the owner is not one of the people who follow up
 */
export async function changeFollowUp(
  db: Db,
  id: string,
  { note, ...change }: FollowUpChange,
  doing: Doing,
): Promise<void> {
  const owner = await findOwner(db, change)
  const [updated] = await db.atomically((orm) => [
    ...changeStatements(orm, [id], change, owner, doing),
    ...(note === undefined ? [] : noteChanges(orm, id, note || null, doing)),
  ])
  if (!updated!.length) throw new NotFound('follow-up')
}

/**
 * Applies one change to several follow-ups, each with a history entry: all or none.
 * @param ids 1 to 200
 * @returns the changed follow-ups in the order of the ids
 * @throws InvalidInput if an id is unknown, or the owner is not one of the people who follow up
 */
export async function changeFollowUps(
  db: Db,
  ids: string[],
  change: Omit<FollowUpChange, 'note'>,
  doing: Doing,
): Promise<FollowUpRow[]> {
  const owner = await findOwner(db, change)
  const known = await readFollowUps(db, ids)
  const missing = ids.flatMap((id, at) => (known.has(id) ? [] : [`ids.${at}`]))
  if (missing.length)
    throw new InvalidInput(missing.map((field) => ({ field, message: 'is not the id of a case' })))
  await db.atomically((orm) => changeStatements(orm, ids, change, owner, doing))
  const changed = await readFollowUps(db, ids)
  return ids.flatMap((id) => changed.get(id) ?? [])
}

export type Owner = { name: string } | null | undefined

/** @throws InvalidInput if the owner is not one of the people who follow up */
export async function findOwner(db: Db, { ownerId }: FollowUpChange): Promise<Owner> {
  if (!ownerId) return ownerId === null ? null : undefined
  const [person] = await db.orm
    .select({ name: user.name })
    .from(user)
    .where(and(eq(user.id, ownerId), canOwn))
  if (!person)
    throw new InvalidInput([
      { field: 'owner', message: 'must be the id of somebody who can follow up' },
    ])
  return person
}

/** Builds the statements of a change; the first returns the ids that exist. */
export function changeStatements(
  orm: Orm,
  ids: string[],
  { state, reason = null, ownerId }: FollowUpChange,
  owner: Owner,
  doing: Doing,
): Statement[] {
  const { now } = doing
  const chosen = inArray(followUp.id, ids)
  const statements: Statement[] = [
    orm.update(followUp).set({ updatedAt: now }).where(chosen).returning({ id: followUp.id }),
  ]
  if (state !== undefined)
    statements.push(
      event(
        orm,
        { kind: 'state', text: state, detail: reason, was: followUp.state },
        and(
          chosen,
          or(ne(followUp.state, state), sql`${followUp.reason} is distinct from ${reason}`),
        ),
        doing,
      ),
      orm
        .update(followUp)
        .set({
          state,
          reason,
          contactedAt:
            state === 'new'
              ? null
              : state === 'dismissed'
                ? followUp.contactedAt
                : sql`coalesce(${followUp.contactedAt}, ${now})`,
          closedAt:
            state === 'resolved' || state === 'dismissed'
              ? sql`coalesce(${followUp.closedAt}, ${now})`
              : null,
        })
        .where(chosen),
    )
  if (ownerId !== undefined) {
    const isOther = sql`${followUp.ownerId} is distinct from ${ownerId}`
    statements.push(
      event(
        orm,
        { kind: 'owner', text: owner?.name ?? null, was: followUp.ownerId },
        and(chosen, isOther),
        doing,
      ),
      orm.update(followUp).set({ ownerId }).where(chosen),
    )
  }
  return statements
}

function noteChanges(orm: Orm, id: string, text: string | null, { by, now }: Doing): Statement[] {
  const chosen = eq(followUp.id, id)
  const isSameNote = sql`${followUpEvent.no} =
      (select max(no) from ${followUpEvent} where ${followUpEvent.followUpId} = ${id})
    and ${followUpEvent.kind} = 'note' and ${followUpEvent.by} = ${by}
    and ${followUpEvent.at} > ${now - NOTE_PAUSE}`
  const isNew = sql`${followUp.note} is distinct from ${text}
    and not exists (select 1 from ${followUpEvent} where ${isSameNote})`
  return [
    orm.update(followUpEvent).set({ text, at: now }).where(isSameNote),
    event(orm, { kind: 'note', text }, and(chosen, isNew), { by, now }),
    orm.update(followUp).set({ note: text }).where(chosen),
  ]
}

/**
 * Hands a person's open follow-ups over to someone else, or to nobody, if the condition holds. The
 * second statement returns their ids.
 */
export function handOver(
  orm: Orm,
  condition: SQL,
  { from, to, by, now }: { from: string; to: string | null; by: string; now: number },
): [history: Statement, change: Statement] {
  const chosen = sql`${followUp.ownerId} = ${from} and ${isOpen} and ${condition}`
  const newOwner = to && sql`(select ${user.name} from ${user} where ${user.id} = ${to})`
  return [
    event(orm, { kind: 'owner', text: newOwner }, chosen, { by, now }),
    orm
      .update(followUp)
      .set({ ownerId: to, updatedAt: now })
      .where(chosen)
      .returning({ id: followUp.id }),
  ]
}

/** Adds a history entry to every follow-up that matches the condition. */
export function event(
  orm: Orm,
  entry: { kind: 'state' | 'owner' | 'note' | 'contact'; text: string | SQL | null } & {
    detail?: string | null
    was?: SQLWrapper
    at?: number
  },
  condition: SQL | undefined,
  { by, now, batch }: Doing,
): Statement {
  return insertFrom(
    orm,
    followUpEvent,
    { followUpId: followUp.id, at: now, by, batch, ...entry },
    sql`from ${followUp} where ${condition}`,
  )
}
