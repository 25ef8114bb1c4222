import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { isLow, type Answers } from '../surveys/answers.ts'
import { Conflict, NotFound } from '../surveys/errors.ts'
import type { Db, Orm, Statement } from './open.ts'
import { IS_COUNTED, IS_UNTOUCHED } from './answers.ts'
import { answer, followUp, response } from './schema.ts'
import { moveBoard } from './scoreboard.ts'
import { readDefinition } from './surveys.ts'

/**
 * A person says that a response is a robot's: it is kept, and not counted any more, and its follow-up
 * goes unless somebody took it up.
 * @throws NotFound, Conflict when it is a test, or was changed at the same moment
 */
export async function setAside(db: Db, id: string, now: number): Promise<void> {
  const { revision, state } = await readState(db, id)
  if (state === 'suspected') return
  await change(db, { id, revision }, (orm, whose) => [
    orm
      .update(response)
      .set({ state: 'suspected', suspicion: 'person', updatedAt: now })
      .where(whose)
      .returning({ no: response.no }),
    orm
      .delete(followUp)
      .where(
        sql`${followUp.responseNo} = (select no from ${response} where ${whose}) and ${IS_UNTOUCHED}`,
      ),
  ])
}

/**
 * A person says that a response counts, and is not overruled by any later suspicion. Its follow-up
 * opens as with a first answer.
 * @param dueAt when the first reply is owed if the answer is low, in milliseconds UTC
 * @throws NotFound, Conflict when it is a test, or was changed at the same moment
 */
export async function restore(
  db: Db,
  id: string,
  { now, dueAt }: { now: number; dueAt: number },
): Promise<void> {
  const { revision, state, surveyId, version, no } = await readState(db, id)
  if (state === 'partial' || state === 'complete') return
  const definition = await readDefinition(db, surveyId, version)
  const low = isLow(definition, await scoresOf(db, no))
  await change(db, { id, revision }, (orm, whose) => [
    orm
      .update(response)
      .set({
        state: state === 'suspected' ? 'complete' : 'partial',
        suspicion: sql`coalesce(${response.suspicion}, 'person')`,
        updatedAt: now,
      })
      .where(whose)
      .returning({ no: response.no }),
    ...(low
      ? [
          orm
            .insert(followUp)
            .select(
              sql`select id, no, survey_id, 'new', null, null, ${now}, ${dueAt}, null, null, ${now} from ${response} where ${whose} and ${IS_COUNTED}`,
            )
            .onConflictDoNothing(),
        ]
      : []),
  ])
}

async function readState(db: Db, id: string) {
  const [row] = await db.orm
    .select({
      no: response.no,
      state: response.state,
      revision: response.revision,
      surveyId: response.surveyId,
      version: response.version,
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

/** Minus what it was, plus what it is; nothing when a save came in between. */
async function change(
  db: Db,
  { id, revision }: { id: string; revision: number },
  statements: (orm: Orm, whose: SQL) => [Statement, ...Statement[]],
): Promise<void> {
  const whose = and(eq(response.id, id), eq(response.revision, revision))!
  const its = sql`response_no = (select no from ${response} where ${whose})`
  const [, updated] = await db.atomically((orm) => [
    moveBoard(orm, 'minus', its),
    ...statements(orm, whose),
    moveBoard(orm, 'plus', its),
  ])
  if (!updated!.length) throw new Conflict('This response was just changed. Look again.')
}
