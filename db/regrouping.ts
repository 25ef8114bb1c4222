import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { jsonValues } from './engines/sqliteJson.ts'
import type { Db } from './open.ts'
import { storedPairs } from './pairs.ts'
import { grouping, response, responseSegment, segment } from './schema.ts'
import { moveBoard } from './scoreboard.ts'
import { MOST_PROPERTIES, MOST_VALUES, countedMembers, groupsOf } from './segments.ts'

// Chooses anew which properties and values have groups, and counts those anew that are new. It runs
// beside the saves, a chunk of responses in each transaction, so that the board is true all the time.

/** In a survey with so few counted answers, of equally many the newer property or value is chosen. */
const SMALL = 2_000
/** Responses to a transaction: other writers wait for one at most. */
const CHUNK = 5_000

/** How often a name or a value was given in counted answers, and by which response last. */
type Use = { name: string; n: number; last: number }

const running = new WeakMap<Db, Map<string, Promise<void>>>()

/** Resolves when no properties of the survey are being chosen any more. */
export async function regrouped(db: Db, surveyId: string): Promise<void> {
  await running.get(db)?.get(surveyId)
}

/** Whether a survey's groups are being chosen or counted anew. */
export function isRegrouping(db: Db, surveyId: string): boolean {
  return running.get(db)?.has(surveyId) ?? false
}

/** Chooses a survey's groups anew, once whatever chooses them now has ended. */
export function regroup(db: Db, surveyId: string, reserved: string[]): Promise<void> {
  let surveys = running.get(db)
  if (!surveys) running.set(db, (surveys = new Map()))
  const before = surveys.get(surveyId) ?? Promise.resolve()
  const done = before.catch(() => {}).then(() => chooseGroups(db, surveyId, reserved))
  surveys.set(surveyId, done)
  const ended = () => {
    if (surveys.get(surveyId) === done) surveys.delete(surveyId)
  }
  done.then(ended, ended)
  return done
}

/**
 * Hears that a counted answer's property, or its value, found no place, and has the groups chosen anew: at
 * once where a place is free, otherwise when that came with one in fifty of the survey's answers.
 */
export function noteTurnedAway(
  db: Db,
  surveyId: string,
  reserved: string[],
  what: 'property' | 'value',
): void {
  let surveys = waiting.get(db)
  if (!surveys) waiting.set(db, (surveys = new Map()))
  let heard = surveys.get(surveyId)
  if (!heard) surveys.set(surveyId, (heard = { property: 0, value: 0, due: START, busy: false }))
  heard[what]++
  chooseWhenDue(db, surveyId, reserved, heard)
}

function chooseWhenDue(db: Db, surveyId: string, reserved: string[], heard: Heard) {
  const isDue = heard.property >= heard.due.property || heard.value >= heard.due.value
  if (heard.busy || !isDue) return
  Object.assign(heard, { property: 0, value: 0, busy: true })
  chooseNow(db, surveyId, reserved, heard).then(
    // What was turned away meanwhile may have missed its place.
    () => chooseWhenDue(db, surveyId, reserved, heard),
    // Whatever fails is tried again when the next one is turned away.
    () => {},
  )
}

async function chooseNow(db: Db, surveyId: string, reserved: string[], heard: Heard) {
  try {
    await regroup(db, surveyId, reserved)
    const share = Math.max(1, Math.floor((await countedIn(db, surveyId)) / 50))
    const { values } = await readGroups(db, surveyId)
    const taken = [...values.keys()].filter((name) => !reserved.includes(name)).length
    heard.due = { property: taken < MOST_PROPERTIES ? 1 : share, value: share }
  } finally {
    heard.busy = false
  }
}

type Heard = { property: number; value: number; due: typeof START; busy: boolean }
const START = { property: 1, value: 1 }
const waiting = new WeakMap<Db, Map<string, Heard>>()

/** Goes on with what was under way when the server stopped. */
export async function resumeRegrouping(
  db: Db,
  reservedOf: (surveyId: string) => Promise<string[]>,
): Promise<void> {
  const cut = await db.orm
    .selectDistinct({ surveyId: grouping.surveyId })
    .from(grouping)
    .where(inArray(grouping.state, ['counting', 'leaving']))
  for (const { surveyId } of cut) await regroup(db, surveyId, await reservedOf(surveyId))
}

async function chooseGroups(db: Db, surveyId: string, reserved: string[]): Promise<void> {
  const uses = await usesOfNames(db, surveyId)
  const small = (await countedIn(db, surveyId)) <= SMALL
  const now = await readGroups(db, surveyId)
  const isHidden = (property: string) => now.states.get(property) === 'hidden'
  const others = uses
    .filter(({ name }) => !reserved.includes(name) && !isHidden(name))
    .toSorted(
      (one, other) =>
        other.n - one.n ||
        (small ? 0 : Number(now.values.has(other.name)) - Number(now.values.has(one.name))) ||
        other.last - one.last,
    )
    .slice(0, MOST_PROPERTIES)
  const kept = uses.filter(({ name }) => reserved.includes(name) && !isHidden(name))
  const wanted = new Set([...others, ...kept].map(({ name }) => name))

  for (const property of now.values.keys())
    if (!wanted.has(property)) await countAnew(db, { surveyId, property }, null)
  for (const property of wanted) {
    const has = now.values.get(property)
    const hidden = now.hidden.get(property) ?? new Set()
    const isSettled = has && !has.has('') && !now.states.has(property)
    if (isSettled && ![...hidden].some((value) => has.has(value))) continue
    const values = await chooseValues(db, { surveyId, property }, small, has, hidden)
    const isSame = values.length === (has?.size ?? 0) - (has?.has('') ? 1 : 0)
    const isDone = has && isSame && values.every((value) => has.has(value))
    if (!isDone || now.states.has(property)) await countAnew(db, { surveyId, property }, values)
  }
}

async function chooseValues(
  db: Db,
  of: { surveyId: string; property: string },
  small: boolean,
  has: Set<string> | undefined,
  hidden: Set<string>,
): Promise<string[]> {
  const uses = await usesOfValues(db, of, has && !small ? [...has] : [])
  return uses
    .map(({ name }) => name)
    .filter((value) => !hidden.has(value))
    .slice(0, MOST_VALUES)
}

type Property = { surveyId: string; property: string }

/**
 * Gives a property the groups of these values and one for all others, and puts every response where it
 * belongs; without values takes its groups away. Until that is done nobody sees them.
 */
async function countAnew(db: Db, { surveyId, property }: Property, values: string[] | null) {
  const its = and(eq(segment.surveyId, surveyId), eq(segment.property, property))
  const mine = and(
    eq(grouping.surveyId, surveyId),
    eq(grouping.property, property),
    eq(grouping.value, ''),
  )
  const ids = sql`(select ${segment.id} from ${segment} where ${its})`
  const chosen = JSON.stringify(values ?? [])
  const dropped = sql`${segment.id} in ${ids} and ${segment.value} <> '' and ${segment.value} not in ${jsonValues(chosen)}`
  const state = values === null ? 'leaving' : 'counting'
  await db.atomically((orm) => [
    orm
      .insert(grouping)
      .values({ surveyId, property, value: '', state })
      .onConflictDoUpdate({
        target: [grouping.surveyId, grouping.property, grouping.value],
        set: { state },
        setWhere: ne(grouping.state, 'hidden'),
      }),
    ...(values === null
      ? []
      : [
          orm
            .delete(responseSegment)
            .where(
              sql`${responseSegment.segmentId} in (select ${segment.id} from ${segment} where ${dropped})`,
            ),
          orm.delete(segment).where(dropped),
          ...['', ...values].map((value) =>
            orm.insert(segment).values({ surveyId, property, value }).onConflictDoNothing(),
          ),
        ]),
  ])
  const [newest] = await db.orm.select({ no: sql<number>`max(${response.no})` }).from(response)
  for (let from = 0; from < (newest?.no ?? 0); from += CHUNK) {
    const isIn = (no: typeof response.no | typeof responseSegment.responseNo) =>
      sql`${no} > ${from} and ${no} <= ${from + CHUNK}`
    const theirs = sql`segment_id in ${ids} and response_no > ${from} and response_no <= ${from + CHUNK}`
    const pair = { property: sql.raw('pair.property'), value: sql.raw('pair.value') }
    const stored = storedPairs(
      sql`${response.surveyId} = ${surveyId} and ${isIn(response.no)} and ${response.state} not in ('erased', 'test')`,
    )
    await db.atomically((orm) => [
      moveBoard(orm, 'minus', theirs, { pooled: true }),
      orm
        .delete(responseSegment)
        .where(sql`${responseSegment.segmentId} in ${ids} and ${isIn(responseSegment.responseNo)}`),
      ...(values === null
        ? []
        : [
            orm
              .insert(responseSegment)
              .select(
                sql`select no, segment_id from (select pair.no as no, ${groupsOf(surveyId, pair)} as segment_id from ${stored} as pair where pair.property = ${property}) as found where segment_id is not null`,
              )
              .onConflictDoNothing(),
          ]),
      moveBoard(orm, 'plus', theirs, { pooled: true }),
    ])
  }
  const empty = sql`${segment.id} in ${ids} and not exists (${countedMembers()})`
  await db.atomically((orm) => [
    orm
      .delete(responseSegment)
      .where(
        sql`${responseSegment.segmentId} in (select ${segment.id} from ${segment} where ${empty})`,
      ),
    orm.delete(segment).where(empty),
    ...(values === null
      ? [
          orm
            .insert(grouping)
            .values({ surveyId, property: '', value: '', state: 'full' })
            .onConflictDoNothing(),
        ]
      : []),
    orm.delete(grouping).where(and(mine, ne(grouping.state, 'hidden'))),
  ])
}

/** The groups that there are, and what is being done with them, by property. */
async function readGroups({ orm }: Db, surveyId: string) {
  const groups = await orm
    .select({ property: segment.property, value: segment.value })
    .from(segment)
    .where(and(eq(segment.surveyId, surveyId), ne(segment.property, '')))
  const values = new Map<string, Set<string>>()
  for (const { property, value } of groups)
    values.set(property, (values.get(property) ?? new Set()).add(value))
  const states = new Map<string, string>()
  const hidden = new Map<string, Set<string>>()
  for (const row of await orm.select().from(grouping).where(eq(grouping.surveyId, surveyId)))
    if (row.value === '') states.set(row.property, row.state)
    else hidden.set(row.property, (hidden.get(row.property) ?? new Set()).add(row.value))
  return { values, states, hidden }
}

const isCountedIn = (surveyId: string) =>
  sql`${response.surveyId} = ${surveyId} and ${response.state} in ('partial', 'complete')`

async function countedIn({ aside }: Db, surveyId: string): Promise<number> {
  const [row] = await aside
    .select({ n: sql<number>`count(*)` })
    .from(response)
    .where(isCountedIn(surveyId))
  return row!.n
}

export async function usesOfNames({ aside }: Db, surveyId: string): Promise<Use[]> {
  const rows = await aside.values<[string, number, number]>(
    sql`select property, count(*), max(no) from ${storedPairs(isCountedIn(surveyId))} as pair group by 1 order by 2 desc, 3 desc limit 1000`,
  )
  return rows.map(([name, n, last]) => ({ name, n, last }))
}

/** @param first values that come first among those given equally often */
export async function usesOfValues(
  { aside }: Db,
  { surveyId, property }: Property,
  first: string[] = [],
): Promise<Use[]> {
  const rows = await aside.values<[string, number, number]>(
    sql`select value, count(*), max(no) from ${storedPairs(isCountedIn(surveyId))} as pair where property = ${property} group by 1 order by 2 desc, value in ${jsonValues(JSON.stringify(first))} desc, 3 desc limit 1000`,
  )
  return rows.map(([name, n, last]) => ({ name, n, last }))
}
