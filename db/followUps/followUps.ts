import { and, asc, count, desc, eq, gte, inArray, isNull, lt, ne, sql, type SQL } from 'drizzle-orm'
import { InvalidInput, NotFound } from '../../surveys/errors.ts'
import { inSegment, isCounted, type SegmentFilter } from '../scoreboard/matching.ts'
import { insertFrom } from '../insertFrom.ts'
import { canOwn } from './owners.ts'
import type { Db, Orm, Statement } from '../statements.ts'
import { responseColumns, withAnswers } from '../responses/list.ts'
import {
  customer,
  followUp,
  followUpEvent,
  response,
  survey,
  user,
  type FollowUpState,
} from '../schema/index.ts'

/** Filters follow-ups; `ownerId: null` means unowned. Times are milliseconds UTC. */
export type FollowUpFilter = {
  states?: FollowUpState[]
  ownerId?: string | null
  surveyId?: string
  since?: number
  until?: number
  /** Only those whose first reply was due before this time and has not been given. */
  overdueAt?: number
  segments?: SegmentFilter[]
}

export type FollowUpPlace = { at: number; id: string }
export type FollowUpRow = Awaited<ReturnType<typeof listFollowUps>>[number]

/** A page of follow-ups, newest first; overdue ones by longest wait. */
export async function listFollowUps(
  db: Db,
  filter: FollowUpFilter & { after?: FollowUpPlace; limit: number },
) {
  const [order, comes] =
    filter.overdueAt === undefined ? ([desc, sql`<`] as const) : ([asc, sql`>`] as const)
  const rows = await selectFollowUps(db.background)
    .where(
      and(
        ...conditions(filter),
        filter.after &&
          sql`(${followUp.openedAt}, ${followUp.id}) ${comes} (${filter.after.at}, ${filter.after.id})`,
      ),
    )
    .orderBy(order(followUp.openedAt), order(followUp.id))
    .limit(filter.limit)
  return withAnswers(db.background, rows)
}

/**
 * Reads a follow-up with its history and the customer's additions, in order.
 * @throws NotFound
 */
export async function readFollowUp(db: Db, id: string) {
  const rows = await selectFollowUps(db.orm).where(eq(followUp.id, id))
  const [row] = await withAnswers(db.orm, rows)
  if (!row) throw new NotFound('follow-up')
  const timeline = await db.orm
    .select({
      at: followUpEvent.at,
      by: followUpEvent.by,
      kind: followUpEvent.kind,
      text: followUpEvent.text,
    })
    .from(followUpEvent)
    .where(eq(followUpEvent.followUpId, id))
    .orderBy(asc(followUpEvent.no))
  const added = row.additions.map((addition) => ({
    ...addition,
    by: row.customerName ?? row.customerEmail ?? row.customerExternalId ?? '',
    kind: 'addition' as const,
  }))
  return { ...row, timeline: [...timeline, ...added].sort((one, other) => one.at - other.at) }
}

export type FollowUpCounts = Record<FollowUpState | 'overdue' | 'unowned', number>

/**
 * Counts follow-ups by state; overdue and unowned ones are among the new ones.
 * @param now milliseconds UTC
 */
export async function countFollowUps(
  db: Db,
  { states: _anyState, overdueAt: _anyTime, ...filter }: FollowUpFilter,
  now: number,
): Promise<FollowUpCounts> {
  const rows = await db.background
    .select({
      state: followUp.state,
      n: count(),
      overdue: sql<number>`count(*) filter (where ${followUp.dueAt} < ${now})`.mapWith(Number),
      unowned: sql<number>`count(*) filter (where ${followUp.ownerId} is null)`.mapWith(Number),
    })
    .from(followUp)
    .innerJoin(response, eq(response.no, followUp.responseNo))
    .where(and(...conditions(filter)))
    .groupBy(followUp.state)
  const counts = { new: 0, contacted: 0, resolved: 0, dismissed: 0, overdue: 0, unowned: 0 }
  for (const { state, n, overdue, unowned } of rows) {
    counts[state] = n
    if (state === 'new') Object.assign(counts, { overdue, unowned })
  }
  return counts
}

export type FollowUpChange = {
  state?: FollowUpState
  ownerId?: string | null
  /** An empty note deletes it. */
  note?: string | null
}

/** Notes save themselves repeatedly; saves by one person without a longer pause are one history entry. */
const NOTE_PAUSE = 10 * 60_000

/** Who makes a change, by name, and when, in milliseconds UTC. */
type Doing = { by: string; now: number }

/**
 * Changes a follow-up and records who did it, in one transaction.
 * @throws NotFound, InvalidInput if the owner is not one of the people
 */
export async function changeFollowUp(
  db: Db,
  id: string,
  { note, ...change }: FollowUpChange,
  doing: Doing,
): Promise<void> {
  const owner = await findOwner(db, change)
  const [updated] = await db.atomically((orm) => [
    ...changes(orm, [id], change, owner, doing),
    ...(note === undefined ? [] : noteChanges(orm, id, note || null, doing)),
  ])
  if (!updated!.length) throw new NotFound('follow-up')
}

/**
 * Applies one change to many follow-ups, each with a history entry: all or none.
 * @param ids 1 to 200
 * @returns the changed follow-ups in the order of the ids
 * @throws InvalidInput if an id is unknown, or the owner is not one of the people
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
  await db.atomically((orm) => changes(orm, ids, change, owner, doing))
  const changed = await readFollowUps(db, ids)
  return ids.flatMap((id) => changed.get(id) ?? [])
}

async function readFollowUps(db: Db, ids: string[]): Promise<Map<string, FollowUpRow>> {
  const rows = await selectFollowUps(db.orm).where(inArray(followUp.id, ids))
  return new Map((await withAnswers(db.orm, rows)).map((row) => [row.followUp.id, row]))
}

type Owner = { name: string } | null | undefined

async function findOwner(db: Db, { ownerId }: FollowUpChange): Promise<Owner> {
  if (!ownerId) return ownerId === null ? null : undefined
  const [person] = await db.orm
    .select({ name: user.name })
    .from(user)
    .where(and(eq(user.id, ownerId), canOwn))
  if (!person)
    throw new InvalidInput([{ field: 'owner', message: 'must be the id of one of the people' }])
  return person
}

/** Builds the statements; the first returns the ids that exist. */
function changes(
  orm: Orm,
  ids: string[],
  { state, ownerId }: FollowUpChange,
  owner: Owner,
  { by, now }: Doing,
): Statement[] {
  const chosen = inArray(followUp.id, ids)
  const statements: Statement[] = [
    orm.update(followUp).set({ updatedAt: now }).where(chosen).returning({ id: followUp.id }),
  ]
  if (state !== undefined)
    statements.push(
      event(orm, 'state', state, and(chosen, ne(followUp.state, state)), { by, now }),
      orm
        .update(followUp)
        .set({
          state,
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
      event(orm, 'owner', owner?.name ?? null, and(chosen, isOther), { by, now }),
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
    event(orm, 'note', text, and(chosen, isNew), { by, now }),
    orm.update(followUp).set({ note: text }).where(chosen),
  ]
}

/** Adds a history entry to every follow-up that matches the condition. */
function event(
  orm: Orm,
  kind: 'state' | 'owner' | 'note',
  text: string | null,
  condition: SQL | undefined,
  { by, now }: Doing,
): Statement {
  return insertFrom(
    orm,
    followUpEvent,
    { followUpId: followUp.id, at: now, by, kind, text },
    sql`from ${followUp} where ${condition}`,
  )
}

function selectFollowUps(orm: Orm) {
  return orm
    .select({
      ...responseColumns,
      followUp: {
        id: followUp.id,
        state: followUp.state,
        ownerId: followUp.ownerId,
        ownerName: user.name,
        note: followUp.note,
        openedAt: followUp.openedAt,
        dueAt: followUp.dueAt,
        contactedAt: followUp.contactedAt,
        closedAt: followUp.closedAt,
        updatedAt: followUp.updatedAt,
      },
      surveyName: survey.name,
    })
    .from(followUp)
    .innerJoin(response, eq(response.no, followUp.responseNo))
    .innerJoin(survey, eq(survey.id, followUp.surveyId))
    .leftJoin(customer, eq(customer.id, response.customerId))
    .leftJoin(user, eq(user.id, followUp.ownerId))
}

function conditions(filter: FollowUpFilter) {
  const { states, ownerId, surveyId, since, until, overdueAt, segments = [] } = filter
  return [
    isCounted(),
    states && inArray(followUp.state, states),
    ownerId === null ? isNull(followUp.ownerId) : undefined,
    ownerId ? eq(followUp.ownerId, ownerId) : undefined,
    surveyId ? eq(followUp.surveyId, surveyId) : undefined,
    since !== undefined ? gte(followUp.openedAt, since) : undefined,
    until !== undefined ? lt(followUp.openedAt, until) : undefined,
    overdueAt !== undefined
      ? and(lt(followUp.dueAt, overdueAt), eq(followUp.state, 'new'))
      : undefined,
    // With a survey, its groups are looked up once, not per follow-up.
    ...segments.map((filter) => inSegment(filter, response, surveyId)),
  ]
}
