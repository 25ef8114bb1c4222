import { and, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { Conflict } from '../../surveys/errors.ts'
import { auditStatementIf, type AuditActor } from '../audit/audit.ts'
import type { Histogram } from '../../surveys/scoring/histogram.ts'
import { thresholdOf, isScored, type SurveyDefinition } from '../../surveys/definition.ts'
import { revertMentions } from '../customers/mentions.ts'
import { openFollowUps } from '../responses/openFollowUps.ts'
import type { Db, Orm, Statement } from '../statements.ts'
import { answer, customer, followUp, importRun, response, workspace } from '../schema/index.ts'
import { moveScoreboard } from '../scoreboard/board.ts'
import { dropAllUncountedGroups } from '../scoreboard/dropGroups.ts'

// Rows are stored in chunks as `staged` (staging.ts): not counted, not listed. One short transaction at
// the end counts all of them, or none.

/**
 * Begins an import; nothing counts before `finishImports`.
 * @param run `runner` names the importing process, which from then on reports that it is alive
 */
export async function startImport(
  db: Db,
  run: {
    id: string
    surveyId: string
    fileName: string
    columns?: string[]
    now: number
    runner?: string
  },
): Promise<void> {
  await db.orm.insert(importRun).values({
    ...run,
    rows: 0,
    stored: 0,
    startedAt: run.now,
    aliveAt: run.now,
    finishedAt: null,
  })
}

/** Records that an import is still running. */
export async function markAlive(db: Db, id: string, now: number): Promise<void> {
  await db.orm.update(importRun).set({ aliveAt: now }).where(eq(importRun.id, id))
}

export type UnfinishedImport = Awaited<ReturnType<typeof listUnfinished>>[number]

/** Lists imports that are in progress or were interrupted. */
export async function listUnfinished(db: Db) {
  const { id, fileName, runner, aliveAt } = importRun
  return db.orm
    .select({ id, fileName, runner, aliveAt })
    .from(importRun)
    .where(isNull(importRun.finishedAt))
}

/** An import that is ready to be counted: `rows` is how many were read, `staged` how many stored. */
export type FinishedImport = {
  id: string
  definition: SurveyDefinition
  rows: number
  staged: number
  /** The time zone used to determine days. */
  timeZone: string
  /** Low answers since this time open a follow-up, in milliseconds UTC; all of them by default. */
  followUpsSince?: number
  now: number
  /** For the audit log, unless it is example data. */
  by?: { actor: AuditActor; surveyId: string }
}

/**
 * Counts all staged responses of one or several imports: states, scoreboard and follow-ups change in
 * one transaction.
 * @param also statements for the same transaction, run last
 * @throws Conflict, without storing anything, if staged responses are missing or the workspace's time
 *   zone has changed since the days were read
 */
export async function finishImports(
  db: Db,
  imports: FinishedImport[],
  also: (orm: Orm) => Statement[] = () => [],
): Promise<void> {
  const [closed] = await db.atomically((orm) => [
    closeRuns(orm, imports),
    ...imports.flatMap((finished) => [
      count(orm, finished),
      addAllToBoard(orm, finished),
      openImportedFollowUps(orm, finished),
      ...auditImport(orm, finished),
    ]),
    ...also(orm),
  ])
  if (closed!.length < imports.length)
    throw new Conflict(
      'The time zone was changed or staged rows were deleted meanwhile; nothing of this import was stored.',
    )
}

function auditImport(orm: Orm, { id, by, now, rows, staged }: FinishedImport): Statement[] {
  if (!by) return []
  const details = { rows, stored: staged }
  const event = { ...by, at: now, action: 'import.finished', subjectId: id, details } as const
  return [auditStatementIf(orm, isClosed(id), event)]
}

/** Deletes what unfinished imports have staged, and customers named only there. */
export async function discardImports(db: Db, ids: string[]): Promise<void> {
  const unfinished = await db.orm
    .select({
      id: importRun.id,
      startedAt: importRun.startedAt,
      surveyId: importRun.surveyId,
    })
    .from(importRun)
    .where(and(isNull(importRun.finishedAt), inArray(importRun.id, ids)))
  for (const { id, startedAt, surveyId } of unfinished) {
    while (await deleteSomeStaged(db, id));
    await db.atomically((orm) => [
      orm.delete(customer).where(
        sql`${customer.createdAt} >= ${startedAt} and ${customer.optedOutAt} is null
            and not exists (select 1 from ${response} where ${response.customerId} = ${customer.id})`,
      ),
      ...revertMentions(orm, id),
      orm.delete(importRun).where(eq(importRun.id, id)),
      ...dropAllUncountedGroups(orm, surveyId),
    ])
  }
}

/** Counts an import's staged responses. */
export async function countStaged(db: Db, importId: string): Promise<number> {
  const [row] = await db.orm
    .select({ n: sql<number>`count(*)` })
    .from(response)
    .where(isStagedBy(importId))
  return row!.n
}

/** Counts the follow-ups of a finished import's responses. */
export async function countImportedFollowUps(db: Db, importId: string): Promise<number> {
  const [row] = await db.orm
    .select({ n: sql<number>`count(*)` })
    .from(response)
    .innerJoin(followUp, eq(followUp.responseNo, response.no))
    .where(eq(response.importId, importId))
  return row!.n
}

/** Reads the stored scores of a finished import for one question. */
export async function importedHistogram(
  db: Db,
  importId: string,
  question: string,
): Promise<Histogram> {
  const rows = await db.orm
    .select({ value: sql<number>`${answer.value}`, n: sql<number>`count(*)` })
    .from(response)
    .innerJoin(answer, eq(answer.responseNo, response.no))
    .where(
      and(
        eq(response.importId, importId),
        eq(response.state, 'complete'),
        eq(answer.question, question),
        isNotNull(answer.value),
      ),
    )
    .groupBy(answer.value)
  return Object.fromEntries(rows.map(({ value, n }) => [value, n]))
}

/** Finishes all runs or none: none if a staged row is missing or the time zone has changed. */
function closeRuns(orm: Orm, imports: FinishedImport[]): Statement {
  const complete = imports.map(
    ({ id, staged, timeZone }) =>
      sql`(select count(*) from ${response} where ${isStagedBy(id)}) = ${staged}
        and exists (select 1 from ${importRun} where ${importRun.id} = ${id})
        and not exists (select 1 from ${workspace} where ${workspace.timeZone} <> ${timeZone})`,
  )
  const byRun = (column: 'rows' | 'staged') =>
    sql`case ${importRun.id} ${sql.join(
      imports.map((run) => sql`when ${run.id} then cast(${run[column]} as integer)`),
      sql` `,
    )} end`
  return orm
    .update(importRun)
    .set({ rows: byRun('rows'), stored: byRun('staged'), finishedAt: imports[0]!.now })
    .where(
      and(
        sql`${importRun.id} in (${sql.join(
          imports.map(({ id }) => sql`${id}`),
          sql`, `,
        )})`,
        ...complete,
      ),
    )
    .returning({ id: importRun.id })
}

const isClosed = (id: string) =>
  sql`exists (select 1 from ${importRun} where ${importRun.id} = ${id} and ${importRun.finishedAt} is not null)`

const isStagedBy = (id: string): SQL =>
  sql`${response.importId} = ${id} and ${response.state} = 'staged'`

function count(orm: Orm, { id }: FinishedImport): Statement {
  return orm
    .update(response)
    .set({ state: 'complete' })
    .where(sql`${isStagedBy(id)} and ${isClosed(id)}`)
}

function addAllToBoard(orm: Orm, { id }: FinishedImport): Statement {
  return moveScoreboard(
    orm,
    'plus',
    sql`response_no in (select no from ${response} where ${isCompleteOf(id)})`,
    { pooled: true },
  )
}

const isCompleteOf = (id: string): SQL =>
  sql`${response.importId} = ${id} and ${response.state} = 'complete'`

function openImportedFollowUps(
  orm: Orm,
  { id, definition, followUpsSince = 0, now }: FinishedImport,
): Statement {
  const isLow = definition.questions.flatMap((question) => {
    const threshold = isScored(question) ? thresholdOf(question) : null
    return threshold === null
      ? []
      : [sql`(${answer.question} = ${question.id} and ${answer.value} <= ${threshold})`]
  })
  const anyLow = isLow.length ? sql.join(isLow, sql` or `) : sql`false`
  return openFollowUps(
    orm,
    { now },
    sql`from ${response} where ${isCompleteOf(id)} and ${response.answeredAt} >= ${followUpsSince}
      and exists (select 1 from ${answer} where ${answer.responseNo} = ${response.no} and (${anyLow}))`,
  )
}

/** Deletes in chunks, so that concurrent saves don't wait. */
async function deleteSomeStaged(db: Db, importId: string): Promise<number> {
  const [deleted] = await db.atomically((orm) => [
    orm
      .delete(response)
      .where(
        sql`${response.no} in (select no from ${response} where ${isStagedBy(importId)} limit 5000)`,
      )
      .returning({ no: response.no }),
  ])
  return deleted!.length
}
