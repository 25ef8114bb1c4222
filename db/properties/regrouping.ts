import { and, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { MINUTE } from '../../surveys/durations.ts'
import { DatabaseClosed } from '../../surveys/errors.ts'
import { countGroups, type Property } from './countGroups.ts'
import { isIdentifier } from './isIdentifier.ts'
import type { Db } from '../statements.ts'
import { grouping, segment } from '../schema/index.ts'
import { SERVER, runFor } from '../requestScope.ts'
import { countedIn, usesOfNames, usesOfValues, type Use } from './uses.ts'
import { MOST_GROUPED_PROPERTIES, MOST_VALUES } from '../scoreboard/segments.ts'

// Chooses which properties and values have groups. Runs beside the saves.

/** In surveys with up to this many counted responses, ties go to the newer property or value. */
const SMALL = 2_000

const running = new WeakMap<Db, Map<string, Promise<void>>>()

/** Resolves when no properties of the survey are being chosen any more; never rejects. */
export async function regrouped(db: Db, surveyId: string): Promise<void> {
  await running
    .get(db)
    ?.get(surveyId)
    ?.catch(() => {})
}

/** Whether a survey's groups are being chosen or counted by this process. */
export function isRegrouping(db: Db, surveyId: string): boolean {
  return running.get(db)?.has(surveyId) ?? false
}

/**
 * Chooses a survey's groups again, after any choice in progress. Failures go to `onRegroupingFailed`
 * and are retried, so callers need not wait.
 * @param isDueAgain is called after each choice; another one follows if it resolves to true
 */
export function regroup(
  db: Db,
  surveyId: string,
  reserved: string[],
  isDueAgain = async () => false,
): Promise<void> {
  let surveys = running.get(db)
  if (!surveys) running.set(db, (surveys = new Map()))
  const before = surveys.get(surveyId) ?? Promise.resolve()
  // Runs for the server itself, so that it continues when the requester disconnects.
  const choose = () =>
    runFor(SERVER, async () => {
      do await chooseGroups(db, surveyId, reserved)
      while (await isDueAgain())
    })
  const done = before.catch(() => {}).then(choose)
  surveys.set(surveyId, done)
  const ended = () => {
    if (surveys.get(surveyId) === done) surveys.delete(surveyId)
  }
  done.then(ended, (error: unknown) => {
    ended()
    // The next start resumes it.
    if (isOfClosed(error)) return
    listeners.get(db)?.(error)
    tryAgainLater(db, surveyId, reserved)
  })
  return done
}

/** Schedules one retry per survey, however many attempts have failed. */
function tryAgainLater(db: Db, surveyId: string, reserved: string[]): void {
  const surveys = retries.get(db) ?? new Map<string, NodeJS.Timeout>()
  retries.set(db, surveys)
  clearTimeout(surveys.get(surveyId))
  const again = () => {
    surveys.delete(surveyId)
    regroup(db, surveyId, reserved).catch(() => {})
  }
  surveys.set(surveyId, setTimeout(again, PAUSE).unref())
}

const retries = new WeakMap<Db, Map<string, NodeJS.Timeout>>()

/** Drizzle wraps the engine's error. */
const isOfClosed = (error: unknown) =>
  error instanceof DatabaseClosed || (error as Error).cause instanceof DatabaseClosed

/** Pause before a retry, in milliseconds. */
const PAUSE = MINUTE

const listeners = new WeakMap<Db, (error: unknown) => void>()

/** Sets the callback for failures to choose or count groups. */
export function onRegroupingFailed(db: Db, report: (error: unknown) => void): void {
  listeners.set(db, report)
}

/** Resumes choosing groups that the server's last stop interrupted. */
export async function resumeRegrouping(
  db: Db,
  reservedOf: (surveyId: string) => Promise<string[]>,
): Promise<void> {
  const hasGroups = sql`exists (select 1 from ${segment}
    where ${segment.surveyId} = ${grouping.surveyId} and ${segment.property} = ${grouping.property})`
  const cut = await db.orm
    .selectDistinct({ surveyId: grouping.surveyId })
    .from(grouping)
    .where(
      or(
        inArray(grouping.state, ['counting', 'leaving']),
        and(eq(grouping.state, 'hidden'), eq(grouping.value, ''), hasGroups),
      ),
    )
  for (const { surveyId } of cut)
    await regroup(db, surveyId, await reservedOf(surveyId)).catch(() => {})
}

async function chooseGroups(db: Db, surveyId: string, reserved: string[]): Promise<void> {
  // Read the groups before their uses: one that is created in between then stays.
  const now = await readGroups(db, surveyId)
  const uses = await usesOfNames(db, surveyId)
  const small = (await countedIn(db, surveyId)) <= SMALL
  const isHidden = (property: string) => now.states.get(property) === 'hidden'
  const others = uses
    .filter(({ name }) => !reserved.includes(name) && !isHidden(name))
    .toSorted(byUse(new Set(now.values.keys()), small))
    .slice(0, MOST_GROUPED_PROPERTIES)
  const isNew = (name: string) => !now.values.has(name) && !now.states.has(name)
  const newOnes = others.map(({ name }) => name).filter(isNew)
  if (await hideIdentifiers(db, surveyId, newOnes)) return chooseGroups(db, surveyId, reserved)
  const reservedUses = uses.filter(({ name }) => reserved.includes(name) && !isHidden(name))
  const chosen = new Set([...others, ...reservedUses].map(({ name }) => name))

  const unsettled = [...now.states].filter(
    ([, state]) => state === 'counting' || state === 'leaving',
  )
  for (const property of new Set([...now.values.keys(), ...unsettled.map(([name]) => name)]))
    if (!chosen.has(property)) await countGroups(db, { surveyId, property }, null)
  for (const property of chosen) {
    const has = now.values.get(property)
    const hidden = now.hidden.get(property) ?? new Set()
    const isSettled = has && !has.has('') && !now.states.has(property)
    if (isSettled && ![...hidden].some((value) => has.has(value))) continue
    const values = await chooseValues(db, { surveyId, property }, small, has, hidden)
    const isSame = values.length === (has?.size ?? 0) - (has?.has('') ? 1 : 0)
    const isDone = has && isSame && values.every((value) => has.has(value))
    if (!isDone || now.states.has(property))
      await countGroups(db, { surveyId, property }, values, has)
  }
}

/**
 * Hides identifiers among properties that are about to get their first groups. Afterwards all values
 * would be grouped at once, and no save would trigger the check.
 * @returns whether there are any
 */
async function hideIdentifiers(db: Db, surveyId: string, names: string[]): Promise<boolean> {
  if (!names.length) return false
  const uses = await usesOfValues(db, surveyId, names)
  const found = [...uses].filter(([, values]) => isIdentifier(values))
  const rows = found.map(([property]) => ({
    surveyId,
    property,
    value: '',
    state: 'hidden' as const,
  }))
  if (rows.length) await db.orm.insert(grouping).values(rows).onConflictDoNothing()
  return rows.length > 0
}

async function chooseValues(
  db: Db,
  { surveyId, property }: Property,
  small: boolean,
  has: Set<string> | undefined,
  hidden: Set<string>,
): Promise<string[]> {
  const uses = await usesOfValues(db, surveyId, [property])
  return (uses.get(property) ?? [])
    .filter(({ name }) => !hidden.has(name))
    .toSorted(byUse(has ?? new Set(), small))
    .slice(0, MOST_VALUES)
    .map(({ name }) => name)
}

/**
 * Compares by use. A group is replaced only by something used at least a tenth more often, so that two
 * equally used ones don't alternate; in a small survey, ties go to the newer.
 */
function byUse(has: Set<string>, small: boolean) {
  const rank = ({ name, n }: Use) => n + (has.has(name) && n > 1 ? Math.ceil(n / 10) : 0)
  return (one: Use, other: Use) =>
    rank(other) - rank(one) ||
    (small ? 0 : Number(has.has(other.name)) - Number(has.has(one.name))) ||
    other.last - one.last
}

/** The existing groups and their status, by property. */
export async function readGroups({ orm }: Db, surveyId: string) {
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
