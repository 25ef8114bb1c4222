import { sql } from 'drizzle-orm'
import { answerRows, bandOfAnswers, isLow, type Answers, type Properties } from '../surveys/answers.ts'
import type { SurveyDefinition } from '../surveys/survey.ts'
import { derivedId } from './ids.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import {
  answer,
  customer,
  followUp,
  response,
  responseSegment,
  scoreboard,
  segment,
  type SOURCES,
} from './schema.ts'

/** A property becomes a group in the scores until there are this many of its values, or of them. */
export const MOST_VALUES = 200
export const MOST_PROPERTIES = 20

export type Customer = { externalId?: string; email?: string; name?: string }

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
  const groups = segmentsOf(saved)
  const keys = customerKeys(saved)
  await db.atomically((orm) => [
    ...(saved.customer
      ? [insertCustomer(orm, { ...keys, now: saved.now }), completeCustomer(orm, keys)]
      : []),
    minusWhatItWas(orm, saved),
    upsertResponse(orm, {
      ...saved,
      ...keys,
      band: bandOfAnswers(saved.definition, saved.answers),
      state: saved.complete ? 'complete' : 'partial',
    }),
    forgetAnswers(orm, saved),
    ...answerRows(saved.answers).map((row) => insertAnswer(orm, { ...row, ...saved })),
    ...newSegments(db, groups).map((group) => insertSegment(orm, group)),
    ...groups.map((group) => joinSegment(orm, { ...group, id: saved.id })),
    plusWhatItIs(orm, saved),
    isLow(saved.definition, saved.answers)
      ? openFollowUp(orm, { ...saved, followUpId: derivedId(saved.answeredAt, 'follow-up', saved.id) })
      : withdrawFollowUp(orm, saved),
  ])
  remember(db, groups)
}

const isThisSave = (value: (name: 'id' | 'revision') => unknown) =>
  sql`${response.id} = ${value('id')} and ${response.revision} = ${value('revision')} and ${response.state} in ('partial', 'complete')`

const addToBoard = {
  target: [scoreboard.segmentId, scoreboard.question, scoreboard.day, scoreboard.value],
  set: { n: sql`${scoreboard.n} + excluded.n` },
}

const minusWhatItWas = prepared<{ id: string; revision: number }>((orm, value) =>
  orm
    .insert(scoreboard)
    .select(
      sql`select segment_id, question, day, value, -1 from contribution where response_no = (select no from ${response} where ${response.id} = ${value('id')} and ${response.revision} <= ${value('revision')})`,
    )
    .onConflictDoUpdate(addToBoard),
)

const plusWhatItIs = prepared<{ id: string; revision: number }>((orm, value) =>
  orm
    .insert(scoreboard)
    .select(
      sql`select segment_id, question, day, value, 1 from contribution where response_no = (select no from ${response} where ${isThisSave(value)})`,
    )
    .onConflictDoUpdate(addToBoard),
)

const upsertResponse = prepared<
  Omit<typeof response.$inferInsert, 'no' | 'importId' | 'updatedAt' | 'customerId'> &
    CustomerKeys & { now: number }
>((orm, value) =>
  orm
    .insert(response)
    .values({
      id: value('id'),
      surveyId: value('surveyId'),
      version: value('version'),
      customerId: sameCustomer(value),
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

const forgetAnswers = prepared<{ id: string; revision: number }>((orm, value) =>
  orm
    .delete(answer)
    .where(sql`${answer.responseNo} = (select no from ${response} where ${isThisSave(value)})`),
)

const insertAnswer = prepared<{
  id: string
  revision: number
  question: string
  value: number | null
  text: string | null
}>((orm, value) =>
  orm
    .insert(answer)
    .select(
      sql`select no, ${value('question')}, ${value('value')}, ${value('text')} from ${response} where ${isThisSave(value)}`,
    ),
)

type Group = { surveyId: string; property: string; value: string }

const EVERYONE = { property: '', value: '' }

/** The groups that a response belongs to: everyone, its language, and each of its properties. */
function segmentsOf({ surveyId, language, properties }: SavedResponse): Group[] {
  const facts = Object.entries({ ...(language && { language }), ...properties })
  return [
    { surveyId, ...EVERYONE },
    ...facts
      .filter(([, value]) => value !== '')
      .map(([property, value]) => ({ surveyId, property, value })),
  ]
}

/** Found by itself when a value first comes; the caps send what comes later to "other". */
const insertSegment = prepared<Group>((orm, value) => {
  const same = sql`${segment.surveyId} = ${value('surveyId')} and ${segment.property} = ${value('property')}`
  return orm
    .insert(segment)
    .select(
      sql`select null, ${value('surveyId')}, ${value('property')}, case when (select count(*) from ${segment} where ${same}) < ${sql.raw(String(MOST_VALUES))} then ${value('value')} else '' end where exists (select 1 from ${segment} where ${same}) or (select count(distinct property) from ${segment} where ${segment.surveyId} = ${value('surveyId')}) <= ${sql.raw(String(MOST_PROPERTIES))}`,
    )
    .onConflictDoNothing()
})

const joinSegment = prepared<Group & { id: string }>((orm, value) =>
  orm
    .insert(responseSegment)
    .select(
      sql`select ${response.no}, ${segment.id} from ${response} join ${segment} on ${segment.id} = (select ${segment.id} from ${segment} where ${segment.surveyId} = ${value('surveyId')} and ${segment.property} = ${value('property')} and ${segment.value} in (${value('value')}, '') order by ${segment.value} desc limit 1) where ${response.id} = ${value('id')}`,
    )
    .onConflictDoNothing(),
)

const openFollowUp = prepared<{
  id: string
  revision: number
  followUpId: string
  now: number
  dueAt: number | null
}>((orm, value) =>
  orm
    .insert(followUp)
    .select(
      sql`select ${value('followUpId')}, no, survey_id, 'new', null, null, answered_at, ${value('dueAt')}, null, null, ${value('now')} from ${response} where ${isThisSave(value)}`,
    )
    .onConflictDoNothing(),
)

/** A slip of the thumb, corrected before anyone took up the case, leaves no case behind. */
const withdrawFollowUp = prepared<{ id: string; revision: number }>((orm, value) =>
  orm
    .delete(followUp)
    .where(
      sql`${followUp.responseNo} = (select no from ${response} where ${isThisSave(value)}) and ${followUp.state} = 'new' and ${followUp.ownerId} is null and ${followUp.note} is null`,
    ),
)

type CustomerKeys = {
  customerId: string
  externalId: string | null
  email: string | null
  name: string | null
}

/** Whom the response is from; a customer known by name alone belongs to this response alone. */
function customerKeys({ customer: given, id, surveyId }: SavedResponse): CustomerKeys {
  const externalId = given?.externalId ?? null
  const email = given?.email?.toLowerCase() ?? null
  return {
    customerId: derivedId(0, 'customer', ...(externalId ?? email ? [externalId, email].map(String) : [surveyId, id])),
    externalId,
    email,
    name: given?.name ?? null,
  }
}

const sameCustomer = (value: (name: keyof CustomerKeys) => unknown) =>
  sql`(select ${customer.id} from ${customer} where ${customer.id} = ${value('customerId')} or ${customer.externalId} = ${value('externalId')} or ${customer.email} = ${value('email')} order by ${customer.externalId} is ${value('externalId')} desc limit 1)`

const insertCustomer = prepared<CustomerKeys & { now: number }>((orm, value) =>
  orm
    .insert(customer)
    .values({
      id: value('customerId'),
      externalId: value('externalId'),
      email: value('email'),
      name: value('name'),
      createdAt: value('now'),
    })
    .onConflictDoNothing(),
)

/** What is learned of a customer later joins what is known; nothing known is overwritten. */
const completeCustomer = prepared<CustomerKeys>((orm, value) => {
  const unlessTaken = (key: 'externalId' | 'email') =>
    sql`case when exists (select 1 from ${customer} where ${customer[key]} = ${value(key)}) then ${customer[key]} else coalesce(${customer[key]}, ${value(key)}) end`
  return orm
    .update(customer)
    .set({
      externalId: unlessTaken('externalId'),
      email: unlessTaken('email'),
      name: sql`coalesce(${customer.name}, ${value('name')})`,
    })
    .where(sql`${customer.id} = ${sameCustomer(value)}`)
})

const known = new WeakMap<Db, Set<string>>()
const keyOf = ({ surveyId, property, value }: Group) => JSON.stringify([surveyId, property, value])

/** Groups that may not be stored yet: those this process has not seen committed. */
function newSegments(db: Db, groups: Group[]): Group[] {
  const seen = known.get(db)
  return seen ? groups.filter((group) => !seen.has(keyOf(group))) : groups
}

function remember(db: Db, groups: Group[]) {
  let seen = known.get(db)
  if (!seen || seen.size > 50_000) known.set(db, (seen = new Set()))
  for (const group of groups) seen.add(keyOf(group))
}
