import { sql, type Placeholder, type SQL } from 'drizzle-orm'
import {
  answerRows,
  bandOfAnswers,
  isLow,
  type AnswerRow,
  type Answers,
  type Properties,
} from '../surveys/answers.ts'
import type { SurveyDefinition } from '../surveys/survey.ts'
import {
  customerIdBy,
  customerKeys,
  keepCustomer,
  type Customer,
  type CustomerKeys,
} from './customers.ts'
import type { Db, Orm, Statement } from './open.ts'
import { prepared } from './prepared.ts'
import { answer, followUp, response, scoreboard, type SOURCES } from './schema.ts'
import { groupsOf, joinGroups, rememberGroups } from './segments.ts'

/** One save of a response: always the whole of it, so that sending twice is sending once. */
export type SavedResponse = {
  id: string
  surveyId: string
  version: number
  definition: SurveyDefinition
  answers: Answers
  complete: boolean
  /** Counts the saves of one page from 1; an older save than the stored one changes nothing. */
  revision: number
  language: string | null
  properties: Properties
  customer?: Customer
  source: (typeof SOURCES)[number]
  /** When it was answered and on which day that was; kept from the first save. */
  answeredAt: number
  day: number
  now: number
  /** When the first reply is owed if the answer is low; null where that is not known. */
  dueAt: number | null
}

/**
 * Stores a response, moves the scoreboard and opens or withdraws its follow-up, in one transaction.
 * Resolves once that is on disk.
 * @throws StorageUnavailable when the disk is full, locked or failing
 */
export async function saveResponse(db: Db, saved: SavedResponse): Promise<void> {
  const groups = groupsOf(saved)
  await db.atomically((orm) => [
    minusWhatItWas(orm, saved),
    ...upsertResponse(orm, saved),
    forgetAnswers(orm, saved),
    ...keepAnswers(orm, saved),
    ...joinGroups(db, saved.id, groups),
    plusWhatItIs(orm, saved),
    isLow(saved.definition, saved.answers)
      ? openFollowUp(orm, saved)
      : withdrawFollowUp(orm, saved),
  ])
  await rememberGroups(db, groups)
}

type Save = { id: string; revision: number }
type Value<Values> = (name: keyof Values & string) => Placeholder

/** True of the response as this save left it; false once a newer save came first. */
const isThisSave = (value: Value<Save>) =>
  sql`${response.id} = ${value('id')} and ${response.revision} = ${value('revision')} and ${response.state} in ('partial', 'complete')`

export const addToBoard = {
  target: [scoreboard.segmentId, scoreboard.question, scoreboard.day, scoreboard.value],
  set: { n: sql`${scoreboard.n} + excluded.n` },
}

const minusWhatItWas = prepared<Save>((orm, value) =>
  orm
    .insert(scoreboard)
    .select(
      sql`select segment_id, question, day, value, -1 from contribution where response_no = (select no from ${response} where ${response.id} = ${value('id')} and ${response.revision} <= ${value('revision')})`,
    )
    .onConflictDoUpdate(addToBoard),
)

const plusWhatItIs = prepared<Save>((orm, value) =>
  orm
    .insert(scoreboard)
    .select(
      sql`select segment_id, question, day, value, 1 from contribution where response_no = (select no from ${response} where ${isThisSave(value)})`,
    )
    .onConflictDoUpdate(addToBoard),
)

function upsertResponse(orm: Orm, saved: SavedResponse): Statement[] {
  const row: ResponseValues = {
    ...saved,
    band: bandOfAnswers(saved.definition, saved.answers),
    state: saved.complete ? 'complete' : 'partial',
  }
  if (!saved.customer) return [upsertFromNobody(orm, row)]
  const keys = customerKeys(saved.customer, saved.id)
  return [...keepCustomer(orm, keys, saved.now), upsertFromCustomer(orm, { ...row, ...keys })]
}

type ResponseValues = Omit<
  typeof response.$inferInsert,
  'no' | 'importId' | 'updatedAt' | 'customerId'
> & { now: number }

const upsertFromNobody = prepared<ResponseValues>((orm, value) => upsertWith(orm, value, sql`null`))

const upsertFromCustomer = prepared<ResponseValues & CustomerKeys>((orm, value) =>
  upsertWith(orm, value, customerIdBy(value)),
)

const upsertWith = (orm: Orm, value: Value<ResponseValues>, customerId: SQL) =>
  orm
    .insert(response)
    .values({
      id: value('id'),
      surveyId: value('surveyId'),
      version: value('version'),
      customerId,
      source: value('source'),
      language: value('language'),
      properties: value('properties'),
      band: value('band'),
      state: value('state'),
      revision: value('revision'),
      answeredAt: value('answeredAt'),
      updatedAt: value('now'),
      day: value('day'),
    })
    .onConflictDoUpdate({
      target: response.id,
      set: {
        band: sql`excluded.band`,
        state: sql`case when ${response.state} = 'complete' then 'complete' else excluded.state end`,
        revision: sql`excluded.revision`,
        updatedAt: sql`excluded.updated_at`,
      },
      setWhere: sql`${response.surveyId} = excluded.survey_id and ${response.revision} <= excluded.revision and ${response.state} in ('partial', 'complete')`,
    })

const forgetAnswers = prepared<Save>((orm, value) =>
  orm
    .delete(answer)
    .where(sql`${answer.responseNo} = (select no from ${response} where ${isThisSave(value)})`),
)

function keepAnswers(orm: Orm, { id, revision, answers }: SavedResponse): Statement[] {
  const rows = answerRows(answers)
  if (!rows.length) return []
  const values: AnswerValues = { id, revision }
  rows.forEach(({ question, value, text }, index) => {
    values[`question${index}`] = question
    values[`value${index}`] = value
    values[`text${index}`] = text
  })
  return [insertAnswers(rows.length)(orm, values)]
}

type AnswerValues = Save & Record<string, unknown>
const inserts: ((orm: Orm, values: AnswerValues) => Statement)[] = []

/** One statement for all answers of a response; built once per number of answers. */
function insertAnswers(count: number) {
  return (inserts[count] ??= prepared<AnswerValues>((orm, value) => {
    const column = (name: keyof AnswerRow, index: number) => value(`${name}${index}`)
    const rows = Array.from(
      { length: count },
      (_, index) =>
        sql`(${column('question', index)}, cast(${column('value', index)} as integer), ${column('text', index)})`,
    )
    return orm
      .insert(answer)
      .select(
        sql`select no, column1, column2, column3 from ${response}, (values ${sql.join(rows, sql`, `)}) as answers where ${isThisSave(value)}`,
      )
  }))
}

/** A case has the id of the response that opened it. */
const openFollowUp = prepared<Save & { now: number; dueAt: number | null }>((orm, value) =>
  orm
    .insert(followUp)
    .select(
      sql`select id, no, survey_id, 'new', null, null, answered_at, ${value('dueAt')}, null, null, ${value('now')} from ${response} where ${isThisSave(value)}`,
    )
    .onConflictDoNothing(),
)

/** A slip of the thumb, corrected before anyone took up the case, leaves no case behind. */
const withdrawFollowUp = prepared<Save>((orm, value) =>
  orm
    .delete(followUp)
    .where(
      sql`${followUp.responseNo} = (select no from ${response} where ${isThisSave(value)}) and ${followUp.state} = 'new' and ${followUp.ownerId} is null and ${followUp.note} is null`,
    ),
)
