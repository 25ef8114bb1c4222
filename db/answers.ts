import { sql, type Placeholder } from 'drizzle-orm'
import {
  answerRows,
  bandOfAnswers,
  isLow,
  type Answers,
  type Properties,
} from '../surveys/answers.ts'
import type { SurveyDefinition } from '../surveys/survey.ts'
import { customerIdBy, customerKeys, insertCustomer, type Customer } from './customers.ts'
import { jsonField, jsonItself, jsonRows } from './engines/sqliteJson.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import {
  answer,
  followUp,
  followUpEvent,
  response,
  responseSegment,
  type SOURCES,
} from './schema.ts'
import { moveBoard } from './scoreboard.ts'
import { groupsOf, numberGroups } from './segments.ts'

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
 * What a link says of a customer who is known already changes nothing of what is known: anyone can
 * write a link.
 * @returns false when a newer save of it is there already, and this one changed nothing
 * @throws Conflict when its survey is gone, StorageUnavailable when the disk is full or failing
 */
export async function saveResponse(db: Db, saved: SavedResponse): Promise<boolean> {
  const [groups] = await numberGroups(db, [groupsOf(saved)])
  const values = valuesOf(saved, groups!)
  const customer = saved.customer ? [insertCustomer(db.orm, values)] : []
  const rows = await db.atomically((orm) => [
    ...customer,
    minusWhatItWas(orm, values),
    upsertResponse(orm, values),
    forgetAnswers(orm, values),
    keepAnswers(orm, values),
    joinGroups(orm, values),
    plusWhatItIs(orm, values),
    isLow(saved.definition, saved.answers)
      ? openFollowUp(orm, values)
      : withdrawFollowUp(orm, values),
    findThisSave(orm, values),
  ])
  return rows.at(-1)!.length > 0
}

/** What the statements below are filled with; lists are unfolded there. */
function valuesOf(saved: SavedResponse, groups: number[]) {
  return {
    id: saved.id,
    surveyId: saved.surveyId,
    version: saved.version,
    ...customerKeys(saved.customer, saved.id),
    source: saved.source,
    language: saved.language,
    properties: saved.properties,
    band: bandOfAnswers(saved.definition, saved.answers),
    state: saved.complete ? 'complete' : 'partial',
    revision: saved.revision,
    answeredAt: saved.answeredAt,
    day: saved.day,
    now: saved.now,
    dueAt: saved.dueAt,
    answers: answerRows(saved.answers),
    groups,
  }
}

type SaveValues = ReturnType<typeof valuesOf>
type Value<Values> = (name: keyof Values & string) => Placeholder

/** True of the response as this save left it; false once a newer save came first. */
const isThisSave = (value: Value<SaveValues>) =>
  sql`${response.id} = ${value('id')} and ${response.surveyId} = ${value('surveyId')} and ${response.revision} = ${value('revision')} and ${response.state} in ('partial', 'complete')`

const minusWhatItWas = prepared<SaveValues>((orm, value) =>
  moveBoard(
    orm,
    'minus',
    sql`response_no = (select no from ${response} where ${response.id} = ${value('id')} and ${response.revision} <= ${value('revision')})`,
  ),
)

const plusWhatItIs = prepared<SaveValues>((orm, value) =>
  moveBoard(
    orm,
    'plus',
    sql`response_no = (select no from ${response} where ${isThisSave(value)})`,
  ),
)

const upsertResponse = prepared<SaveValues>((orm, value) =>
  orm
    .insert(response)
    .values({
      id: value('id'),
      surveyId: value('surveyId'),
      version: value('version'),
      customerId: customerIdBy(value),
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
    }),
)

const forgetAnswers = prepared<SaveValues>((orm, value) =>
  orm
    .delete(answer)
    .where(sql`${answer.responseNo} = (select no from ${response} where ${isThisSave(value)})`),
)

const keepAnswers = prepared<SaveValues>((orm, value) =>
  orm
    .insert(answer)
    .select(
      sql`select no, ${jsonField('question')}, ${jsonField('value')}, ${jsonField('text')} from ${response} cross join ${jsonRows(value('answers'))} where ${isThisSave(value)}`,
    ),
)

const joinGroups = prepared<SaveValues>((orm, value) =>
  orm
    .insert(responseSegment)
    .select(
      sql`select no, ${jsonItself} from ${response} cross join ${jsonRows(value('groups'))} where ${isThisSave(value)}`,
    )
    .onConflictDoNothing(),
)

/** A case has the id of the response that opened it. */
const openFollowUp = prepared<SaveValues>((orm, value) =>
  orm
    .insert(followUp)
    .select(
      sql`select id, no, survey_id, 'new', null, null, answered_at, ${value('dueAt')}, null, null, ${value('now')} from ${response} where ${isThisSave(value)}`,
    )
    .onConflictDoNothing(),
)

/** A slip of the thumb, corrected before anyone took up the case, leaves no case behind. */
const withdrawFollowUp = prepared<SaveValues>((orm, value) =>
  orm
    .delete(followUp)
    .where(
      sql`${followUp.responseNo} = (select no from ${response} where ${isThisSave(value)}) and ${followUp.state} = 'new' and ${followUp.ownerId} is null and ${followUp.note} is null and not exists (select 1 from ${followUpEvent} where ${followUpEvent.followUpId} = ${followUp.id})`,
    ),
)

const findThisSave = prepared<SaveValues>((orm, value) =>
  orm.select({ no: response.no }).from(response).where(isThisSave(value)),
)
