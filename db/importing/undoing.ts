import { and, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { auditStatementIf, COMMAND, type AuditActor, type AuditEvent } from '../audit/audit.ts'
import { revertMentions } from '../customers/mentions.ts'
import { jsonValues } from '../engines/sqlite/json.ts'
import type { Db } from '../statements.ts'
import {
  addition,
  customer,
  followUp,
  followUpEvent,
  importRun,
  review,
  response,
  scoreboard,
  segment,
  survey,
} from '../schema/index.ts'
import { answersCounted, moveScoreboard } from '../scoreboard/board.ts'
import { dropAllUncountedGroups } from '../scoreboard/dropGroups.ts'

// Undoing has two steps: one transaction hides the whole import, so that it neither counts nor is
// listed; then it is deleted in chunks, which can resume after an interruption.

/** A finished import. Times are milliseconds UTC; `undoneAt`: when undoing began. */
export type ImportRecord = {
  id: string
  surveyId: string
  slug: string
  surveyName: string
  fileName: string
  rows: number
  stored: number
  finishedAt: number
  undoneAt: number | null
}

/** All finished imports except example data, newest first. */
export async function listImports(db: Db): Promise<ImportRecord[]> {
  return selectImports(db, eq(survey.example, false))
}

/** @returns undefined if unknown or never finished */
export async function findImport(db: Db, id: string): Promise<ImportRecord | undefined> {
  return (await selectImports(db, eq(importRun.id, id)))[0]
}

/** What an undo would delete, and how much of it people have changed since. */
export type Belongings = {
  responses: number
  followUps: number
  /** Follow-ups that somebody changed, or wrote a note on. */
  workedOn: number
  /** Responses with customers' additions, or that somebody excluded or counted. */
  addedTo: number
  reviewed: number
  /** Customers known only from this import. */
  customers: number
}

/** Counts what an undo would delete; zero if already undone. */
export async function countBelongings(db: Db, importId: string): Promise<Belongings> {
  const has = (table: SQL) => sql<number>`count(*) filter (where exists (${table}))`
  const its = (table: typeof addition | typeof review | typeof followUp) =>
    sql`select 1 from ${table} where ${table.responseNo} = ${response.no}`
  const events = sql`select 1 from ${followUp}
    join ${followUpEvent} on ${followUpEvent.followUpId} = ${followUp.id}
    where ${followUp.responseNo} = ${response.no}`
  const isTheirs = sql`${response.importId} = ${importId} and ${response.state} <> 'erased'`
  const [known] = await db.background
    .select({ customers: sql<number>`count(*)` })
    .from(customer)
    .where(isKnownFrom(isTheirs, sql`${importRun.id} = ${importId}`))
  const [row] = await db.background
    .select({
      responses: sql<number>`count(*)`,
      followUps: has(its(followUp)),
      workedOn: has(events),
      addedTo: has(its(addition)),
      reviewed: has(its(review)),
    })
    .from(response)
    .where(
      sql`${response.importId} = ${importId} and ${response.state} not in ('staged', 'erased')`,
    )
  return { ...row!, ...known! }
}

/**
 * Undoes an import: deletes its responses, answers and follow-ups, and customers known only from it;
 * reverts what it wrote to other customers. Erased responses stay erased. Resumes after an
 * interruption.
 * @param actor who undoes it, for the audit log
 * @param now milliseconds UTC
 * @param progress called with the number of deleted responses
 */
export async function undoImport(
  db: Db,
  { id, surveyId }: Pick<ImportRecord, 'id' | 'surveyId'>,
  actor: AuditActor,
  now: number,
  progress: (deleted: number) => void = () => {},
): Promise<void> {
  await hideImport(db, { actor, surveyId, subjectId: id, at: now })
  let deleted = 0
  for (let more = await deleteSome(db, id); more; more = await deleteSome(db, id))
    progress((deleted += more))
  await db.atomically((orm) => [
    orm.delete(scoreboard).where(
      sql`${answersCounted} = 0 and ${scoreboard.segmentId} in
          (select ${segment.id} from ${segment} where ${segment.surveyId} = ${surveyId})`,
    ),
    ...dropAllUncountedGroups(orm, surveyId),
    // Repeated, since other responses may have named its customers during the deletion.
    ...revertMentions(orm, id),
  ])
}

/** Resumes interrupted undoing. */
export async function finishUndoing(db: Db): Promise<void> {
  const begun = await db.orm
    .select({ id: importRun.id, surveyId: importRun.surveyId, undoneAt: importRun.undoneAt })
    .from(importRun)
    .where(
      and(
        isNotNull(importRun.undoneAt),
        sql`exists (select 1 from ${response}
          where ${response.importId} = ${importRun.id} and ${response.state} = 'staged')`,
      ),
    )
  // The audit log has recorded it already, when it began.
  for (const run of begun) await undoImport(db, run, COMMAND, run.undoneAt!)
}

/** Hides an import in one transaction, after which none of it counts. Can be repeated. */
async function hideImport(db: Db, by: UndoneBy): Promise<void> {
  const { subjectId: id, at: now } = by
  const counted = sql`select no from ${response}
    where ${response.importId} = ${id} and ${response.state} in ('partial', 'complete')`
  const isFirst = sql`exists (select 1 from ${importRun} where ${importRun.id} = ${id}
    and ${importRun.finishedAt} is not null and ${importRun.undoneAt} is null)`
  await db.atomically((orm) => [
    auditStatementIf(orm, isFirst, { ...by, action: 'import.undone' }),
    orm
      .update(importRun)
      .set({ undoneAt: now })
      .where(
        and(eq(importRun.id, id), isNotNull(importRun.finishedAt), isNull(importRun.undoneAt)),
      ),
    moveScoreboard(orm, 'minus', sql`response_no in (${counted})`, { pooled: true }),
    orm
      .update(response)
      .set({ state: 'staged' })
      .where(sql`${response.importId} = ${id} and ${response.state} not in ('staged', 'erased')`),
    ...revertMentions(orm, id),
  ])
}

type UndoneBy = Required<Pick<AuditEvent, 'actor' | 'surveyId' | 'subjectId' | 'at'>> & {
  subjectId: string
}

/** Responses deleted per transaction; few enough that concurrent saves don't wait. */
const PORTION = 2_000

async function deleteSome(db: Db, importId: string): Promise<number> {
  const rows = await db.orm
    .select({ no: response.no })
    .from(response)
    .where(sql`${response.importId} = ${importId} and ${response.state} = 'staged'`)
    .limit(PORTION)
  if (!rows.length) return 0
  const numbers = JSON.stringify(rows.map(({ no }) => no))
  const isOfPortion = sql`${response.no} in ${jsonValues(numbers, 'integer')}`
  await db.atomically((orm) => [
    orm.delete(customer).where(isKnownFrom(isOfPortion)),
    orm.delete(response).where(isOfPortion),
  ])
  return rows.length
}

/**
 * Whether a customer was created by an undone import, or by one that `also` names, and has only these
 * responses.
 */
function isKnownFrom(responses: SQL, also = sql`false`): SQL | undefined {
  const theirs = sql`select ${response.customerId} from ${response} where ${responses}`
  const made = sql`select 1 from ${importRun} where (${importRun.undoneAt} is not null or ${also})
    and ${customer.createdAt} between ${importRun.startedAt} and ${importRun.finishedAt}`
  const others = sql`select 1 from ${response}
    where ${response.customerId} = ${customer.id} and not ${responses}`
  return and(
    sql`${customer.id} in (${theirs})`,
    isNull(customer.optedOutAt),
    sql`exists (${made})`,
    sql`not exists (${others})`,
  )
}

function selectImports(db: Db, condition: SQL): Promise<ImportRecord[]> {
  return db.orm
    .select({
      id: importRun.id,
      surveyId: importRun.surveyId,
      slug: survey.slug,
      surveyName: survey.name,
      fileName: importRun.fileName,
      rows: importRun.rows,
      stored: importRun.stored,
      finishedAt: sql<number>`${importRun.finishedAt}`,
      undoneAt: importRun.undoneAt,
    })
    .from(importRun)
    .innerJoin(survey, eq(survey.id, importRun.surveyId))
    .where(and(condition, isNotNull(importRun.finishedAt)))
    .orderBy(desc(importRun.startedAt), desc(importRun.id))
}
