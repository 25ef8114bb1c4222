import { eq, sql } from 'drizzle-orm'
import { insertFrom } from '../insertFrom.ts'
import { prepared, type Db, type Orm, type Statement } from '../statements.ts'
import { forgetLiveSurveys } from '../surveys/surveys.ts'
import {
  customer,
  followUp,
  followUpEvent,
  response,
  survey,
  type FollowUpState,
} from '../schema/index.ts'

/** How an example response's follow-up was handled. Times are milliseconds UTC. */
export type ExampleCase = {
  responseId: string
  state: FollowUpState
  ownerId: string | null
  by: string
  note: string | null
  dueAt: number
  contactedAt: number | null
  closedAt: number | null
  updatedAt: number
}

export async function hasExamples(db: Db): Promise<boolean> {
  const found = await db.orm
    .select({ id: survey.id })
    .from(survey)
    .where(eq(survey.example, true))
    .limit(1)
  return found.length > 0
}

/** Builds statements that bring new follow-ups to their final state, with their history. */
export function settleFollowUps(orm: Orm, cases: ExampleCase[]): Statement[] {
  return cases.flatMap((settled) => {
    const { contactedAt, closedAt, updatedAt, state, note } = settled
    const event = (at: number, kind: 'state' | 'note', text: string) =>
      addEvent(orm, { ...settled, at, kind, text })
    return [
      settle(orm, settled),
      ...(contactedAt ? [event(contactedAt, 'state', 'contacted')] : []),
      ...(note ? [event(contactedAt ?? updatedAt, 'note', note)] : []),
      ...(closedAt ? [event(closedAt, 'state', state)] : []),
    ]
  })
}

/**
 * Deletes the example surveys with everything that belongs to them, and customers known only from them,
 * in one transaction.
 */
export async function removeExamples(db: Db): Promise<void> {
  const ofExamples = (isExample: boolean) =>
    sql`select ${response.customerId} from ${response}
      join ${survey} on ${survey.id} = ${response.surveyId}
      where ${eq(survey.example, isExample)} and ${response.customerId} is not null`
  await db.atomically((orm) => [
    orm
      .delete(customer)
      .where(
        sql`${customer.id} in (${ofExamples(true)}) and ${customer.id} not in (${ofExamples(false)})`,
      ),
    orm.delete(survey).where(eq(survey.example, true)),
  ])
  forgetLiveSurveys(db)
}

const caseOf = (value: (name: 'responseId') => unknown) =>
  sql`(select ${response.no} from ${response} where ${response.id} = ${value('responseId')})`

const settle = prepared<Omit<ExampleCase, 'by'>>((orm, value) =>
  orm
    .update(followUp)
    .set({
      state: sql`${value('state')}`,
      ownerId: sql`${value('ownerId')}`,
      note: sql`${value('note')}`,
      dueAt: sql`${value('dueAt')}`,
      contactedAt: sql`${value('contactedAt')}`,
      closedAt: sql`${value('closedAt')}`,
      updatedAt: sql`${value('updatedAt')}`,
    })
    .where(sql`${followUp.responseNo} = ${caseOf(value)}`),
)

const addEvent = prepared<{
  responseId: string
  at: number
  by: string
  kind: string
  text: string
}>((orm, value) =>
  insertFrom(
    orm,
    followUpEvent,
    {
      followUpId: followUp.id,
      at: value('at'),
      by: value('by'),
      kind: value('kind'),
      text: value('text'),
    },
    sql`from ${followUp} where ${followUp.responseNo} = ${caseOf(value)}`,
  ),
)
