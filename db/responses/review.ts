import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { isLow, type Answers } from '../../surveys/answers.ts'
import { Conflict, NotFound } from '../../surveys/errors.ts'
import { insertFrom } from '../insertFrom.ts'
import type { Db, Orm, Statement } from '../statements.ts'
import { IS_UNTOUCHED, openFollowUps } from './openFollowUps.ts'
import { IS_COUNTED } from './savedResponse.ts'
import { answer, followUp, review, response } from '../schema/index.ts'
import { moveScoreboard } from '../scoreboard/board.ts'
import { dropUncountedGroups } from '../scoreboard/dropGroups.ts'
import { joinOwnGroups, pairsOf, reservedIn } from '../scoreboard/segments.ts'
import { readDefinition } from '../surveys/surveys.ts'

/** Who decides, by name, and when in milliseconds UTC; `flood` if a whole flood is reviewed. */
type Decision = { by: string; now: number; flood?: string }

/**
 * Excludes a response by a person's decision. Its follow-up stays, hidden.
 * @throws NotFound, Conflict if it is a test, or was changed concurrently
 */
export async function excludeResponse(db: Db, id: string, decision: Decision): Promise<void> {
  const { revision, state, surveyId, ...groupKeys } = await readState(db, id)
  if (state === 'suspected') return
  await change(db, { id, revision }, (orm, unchanged) => [
    writeDown(orm, unchanged, { ...decision, counts: false }),
    orm
      .update(response)
      .set({ state: 'suspected', spamReason: 'person', updatedAt: decision.now })
      .where(unchanged)
      .returning({ no: response.no }),
    ...dropUncountedGroups(orm, surveyId, pairsOf(groupKeys)),
  ])
}

/**
 * Suspects a counted response that turned out to be part of an automatic burst, unless a person has
 * reviewed it.
 * @returns true if it is now suspected or already reviewed; false if it isn't stored or is being
 *   changed
 */
export async function suspectCounted(db: Db, id: string, now: number): Promise<boolean> {
  try {
    const { no, revision, state, surveyId, spamReason, ...groupKeys } = await readState(db, id)
    if (spamReason !== null || (state !== 'partial' && state !== 'complete')) return true
    await change(db, { id, revision }, (orm, unchanged) => [
      orm.delete(followUp).where(sql`${followUp.responseNo} = ${no} and ${IS_UNTOUCHED}`),
      orm
        .update(response)
        .set({ state: 'suspected', spamReason: 'links', updatedAt: now })
        .where(unchanged)
        .returning({ no: response.no }),
      ...dropUncountedGroups(orm, surveyId, pairsOf(groupKeys)),
    ])
    return true
  } catch (error) {
    if (error instanceof NotFound || error instanceof Conflict) return false
    throw error
  }
}

/**
 * Suspects a response again that was counted with its flood: removes that decision, and the follow-up
 * it opened unless somebody has taken it up.
 * @throws NotFound
 * @throws Conflict if it was changed concurrently
 */
export async function suspectAgain(
  db: Db,
  id: string,
  { flood, now }: { flood: string; now: number },
): Promise<void> {
  const { no, revision, surveyId, ...groupKeys } = await readState(db, id)
  await change(db, { id, revision }, (orm, unchanged) => [
    orm.delete(followUp).where(sql`${followUp.responseNo} = ${no} and ${IS_UNTOUCHED}`),
    orm
      .update(response)
      .set({ state: 'suspected', updatedAt: now })
      .where(unchanged)
      .returning({ no: response.no }),
    orm.delete(review).where(
      sql`${review.flood} = ${flood}
          and ${review.responseNo} = (select no from ${response} where ${unchanged})`,
    ),
    ...dropUncountedGroups(orm, surveyId, pairsOf(groupKeys)),
  ])
}

/**
 * Counts a response by a person's decision, which no automatic reason overrides. A response that a
 * person had excluded is restored with its follow-up; one that never counted opens one like a new
 * answer.
 * @param decision.dueAt when the first reply is due if the answer is low, in milliseconds UTC
 * @throws NotFound
 * @throws Conflict if it is a test, or was changed concurrently
 */
export async function restore(
  db: Db,
  id: string,
  { dueAt, ...decision }: Decision & { dueAt: number },
): Promise<void> {
  const { revision, state, surveyId, version, no, ...groupKeys } = await readState(db, id)
  if (state === 'partial' || state === 'complete') return
  const definition = await readDefinition(db, surveyId, version)
  const low = isLow(definition, await scoresOf(db, no))
  const restored = await stateOf(db, no, state)
  const groups = { surveyId, pairs: pairsOf(groupKeys), reserved: reservedIn(definition) }
  await change(db, { id, revision }, (orm, unchanged) => [
    writeDown(orm, unchanged, { ...decision, counts: true }),
    orm
      .update(response)
      .set({
        state: restored,
        spamReason: sql`coalesce(${response.spamReason}, 'person')`,
        updatedAt: decision.now,
      })
      .where(unchanged)
      .returning({ no: response.no }),
    ...joinOwnGroups(orm, groups, unchanged),
    ...(low
      ? [
          openFollowUps(
            orm,
            { openedAt: decision.now, dueAt, now: decision.now },
            sql`from ${response} where ${unchanged} and ${IS_COUNTED}`,
          ),
        ]
      : []),
  ])
}

/** Returns the state of a response that counts again: the one before a person excluded it. */
async function stateOf(db: Db, no: number, state: string): Promise<'partial' | 'complete'> {
  const [last] = await db.orm
    .select({ was: review.was })
    .from(review)
    .where(eq(review.responseNo, no))
    .orderBy(desc(review.at), desc(review.no))
    .limit(1)
  return state === 'unconfirmed' || last?.was === 'partial' || last?.was === 'unconfirmed'
    ? 'partial'
    : 'complete'
}

/** Records a decision with the response's state before it; runs before the change. */
function writeDown(
  orm: Orm,
  unchanged: SQL,
  { now: at, ...decision }: Decision & { counts: boolean },
): Statement {
  const { no: responseNo, surveyId, state: was, spamReason } = response
  return insertFrom(
    orm,
    review,
    { responseNo, surveyId, at, was, spamReason, ...decision },
    sql`from ${response} where ${unchanged}`,
  )
}

async function readState(db: Db, id: string) {
  const [row] = await db.orm
    .select({
      no: response.no,
      state: response.state,
      spamReason: response.spamReason,
      revision: response.revision,
      surveyId: response.surveyId,
      version: response.version,
      language: response.language,
      properties: response.properties,
    })
    .from(response)
    .where(
      and(
        eq(response.id, id),
        inArray(response.state, ['partial', 'complete', 'unconfirmed', 'suspected', 'test']),
      ),
    )
  if (!row) throw new NotFound('response')
  if (row.state === 'test') throw new Conflict('This is a test, which never counts.')
  return row
}

async function scoresOf(db: Db, no: number): Promise<Answers> {
  const rows = await db.orm
    .select({ question: answer.question, value: answer.value })
    .from(answer)
    .where(eq(answer.responseNo, no))
  return Object.fromEntries(
    rows.flatMap(({ question, value }) => (value === null ? [] : [[question, value]])),
  )
}

/** Changes a response and moves its contribution. @throws Conflict if a save came in between */
async function change(
  db: Db,
  { id, revision }: { id: string; revision: number },
  statements: (orm: Orm, unchanged: SQL) => [Statement, Statement, ...Statement[]],
): Promise<void> {
  const unchanged = and(eq(response.id, id), eq(response.revision, revision))!
  const its = sql`response_no = (select no from ${response} where ${unchanged})`
  const [, , updated] = await db.atomically((orm) => [
    moveScoreboard(orm, 'minus', its),
    ...statements(orm, unchanged),
    moveScoreboard(orm, 'plus', its),
  ])
  if (!updated!.length) throw new Conflict('This response was just changed. Look again.')
}
