import { and, desc, eq, isNotNull, isNull, max, ne, sql, type SQL } from 'drizzle-orm'
import type { StoredRow } from '../../surveys/importing/changes.ts'
import { jsonValues } from '../engines/sqlite/json.ts'
import { timelessPart } from '../ids.ts'
import type { Db } from '../statements.ts'
import { answerColumns } from '../responses/parts.ts'
import { answer, importRun, response } from '../schema/index.ts'

/** The part of a response's id that identifies its row in a file; see the index on it. */
const rowKey = sql`substr(${response.id}, 16)`

/**
 * Finds the stored responses of a file's rows, whatever dates were read for them. Omits staged ones.
 * @param keys the timeless parts of the rows' ids
 * @param ids the responses' own ids, for files that Ohlas exported
 * @returns key or id → the stored response; `erased` if its customer withdrew it
 */
export async function findImportedRows(
  db: Db,
  surveyId: string,
  { keys, ids }: { keys: string[]; ids: string[] },
): Promise<Map<string, StoredRow & { erased: boolean }>> {
  const byKey = await selectByKey(db, keys)
  // Filtered here, because in the query it would make the engine scan the whole survey.
  const byId = (ids.length ? await select(db, isIn(response.id, ids)) : []).filter(
    (row) => row.surveyId === surveyId,
  )

  const rows = [...byKey, ...byId]
  const answers = new Map(rows.map(({ no }) => [no, [] as StoredRow['answers']]))
  for (const { responseNo, ...answerRow } of await readAnswers(db, [...answers.keys()]))
    answers.get(responseNo)!.push(answerRow)
  const stored = ({ no, state, day, language, properties }: (typeof rows)[number]) => ({
    day,
    language,
    properties,
    answers: answers.get(no)!,
    erased: state === 'erased',
  })
  return new Map([
    ...byKey.map((row) => [timelessPart(row.id), stored(row)] as const),
    ...byId.map((row) => [row.id, stored(row)] as const),
  ])
}

const MOST_COLUMN_LISTS = 5

/** The columns of recently imported files of a survey, each distinct list once. */
export async function listImportedColumns(db: Db, surveyId: string): Promise<string[][]> {
  const { columns, finishedAt, undoneAt } = importRun
  const rows = await db.orm
    .select({ columns })
    .from(importRun)
    .where(
      and(
        eq(importRun.surveyId, surveyId),
        isNotNull(columns),
        isNotNull(finishedAt),
        isNull(undoneAt),
      ),
    )
    .groupBy(columns)
    .orderBy(desc(max(finishedAt)))
    .limit(MOST_COLUMN_LISTS)
  return rows.flatMap((row) => (row.columns ? [row.columns] : []))
}

/** Selects by key only, which is unique to one survey, so that its index is used. */
export const selectByKey = (db: Db, keys: string[]) =>
  select(db, sql`${isIn(rowKey, keys)} and ${response.source} = 'import'`)

const isIn = (column: unknown, list: string[]) =>
  sql`${column} in ${jsonValues(JSON.stringify(list))}`

const select = (db: Db, condition: SQL) =>
  db.orm
    .select({
      no: response.no,
      id: response.id,
      surveyId: response.surveyId,
      state: response.state,
      day: response.day,
      language: response.language,
      properties: response.properties,
    })
    .from(response)
    .where(and(condition, ne(response.state, 'staged')))

async function readAnswers(db: Db, numbers: number[]) {
  return db.orm
    .select(answerColumns)
    .from(answer)
    .where(sql`${answer.responseNo} in ${jsonValues(JSON.stringify(numbers), 'integer')}`)
}
