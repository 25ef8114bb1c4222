import { sql } from 'drizzle-orm'
import { answerRows, bandOfAnswers } from '../../surveys/answers.ts'
import type { SavedResponse } from '../responses/save.ts'
import { customerIdBy, mentionOf } from '../customers/customers.ts'
import { jsonField, jsonMember, jsonPart, jsonParts, jsonRows } from '../engines/sqlite/json.ts'
import { makeKnown } from '../customers/knownCustomers.ts'
import { prepared, type Db, type Orm, type Statement } from '../statements.ts'
import { answer, followUp, response, responseSegment, type FollowUpState } from '../schema/index.ts'
import {
  groupsOf,
  makeGroups,
  markFull,
  pairsOf,
  reservedIn,
  type GroupValues,
  type Pair,
} from '../scoreboard/segments.ts'

/** A response to be staged. */
export type StagedResponse = Pick<
  SavedResponse,
  | 'id'
  | 'surveyId'
  | 'version'
  | 'definition'
  | 'answers'
  | 'language'
  | 'properties'
  | 'personal'
  | 'customer'
  | 'source'
  | 'answeredAt'
  | 'day'
  | 'now'
> & {
  /** The state of the case that comes with it, if one does. */
  followUp?: FollowUpState | null
  /** What an unsigned link once claimed of the customer, who is not named by it. */
  claimed?: { name?: string; email?: string } | undefined
}

/**
 * Stores responses of an import aside; one whose id is there already is left as it is.
 * They travel as one JSON text, and a few statements unfold it: five times as fast as a statement per
 * row and table.
 */
export async function stageResponses(
  db: Db,
  importId: string,
  responses: StagedResponse[],
): Promise<void> {
  if (!responses.length) return
  const rows = JSON.stringify(responses.map(rowOf))
  const { surveyId, definition } = responses[0]!
  const pairs = distinct(responses.flatMap(pairsOf))
  const values = { importId, rows, surveyId, pairs, reserved: reservedIn(definition) }
  const mentions = responses
    .filter((staged) => staged.customer)
    .map((staged) => mentionOf(staged.customer, { ...staged, vouched: true }))
  await db.atomically((orm) => [
    ...makeKnown(orm, mentions, importId),
    ...unfold.map((statement) => statement(orm, values)),
  ])
}

/** A response as the statements below take it apart. */
function rowOf(staged: StagedResponse) {
  const { surveyId, version, language, properties, source, answeredAt, day } = staged
  return {
    ...mentionOf(staged.customer, { ...staged, vouched: true }),
    surveyId,
    version,
    language,
    properties,
    personal: staged.personal ?? null,
    source,
    answeredAt,
    day,
    band: bandOfAnswers(staged.definition, staged.answers),
    followUp: staged.followUp ?? null,
    claimedName: staged.claimed?.name || null,
    claimedEmail: staged.claimed?.email || null,
    answers: answerRows(staged.answers).map((row) => [row.question, row.value, row.text]),
    pairs: pairsOf(staged).map(({ property, value }) => [property, value]),
  }
}

type Row = ReturnType<typeof rowOf>
type Unfolded = { importId: string; rows: string } & GroupValues
type Value = (name: 'importId' | 'rows') => unknown

const of = (name: keyof Row) => jsonField(name)
const each = (value: Value) => jsonRows(value('rows'))

/** Those that this import staged itself, each with one of its lists laid out. */
const eachOf = (list: 'answers' | 'pairs', value: Value) =>
  sql`${eachStaged(value)} cross join ${jsonParts(list)}`

const eachStaged = (value: Value) =>
  sql`${each(value)} cross join ${response} on ${response.id} = ${of('id')} and ${response.importId} = ${value('importId')} and ${response.state} = 'staged'`

const unfold: ((orm: Orm, values: Unfolded) => Statement)[] = [
  prepared((orm, value) =>
    orm
      .insert(response)
      .select(
        sql`select null, ${of('id')}, ${of('surveyId')}, ${of('version')}, ${customerIdBy(of)}, ${value('importId')}, ${of('source')}, ${of('language')}, ${jsonPart('properties')}, ${of('band')}, 'staged', 1, ${of('answeredAt')}, ${of('now')}, ${of('day')}, null, 0, 0, null, ${of('claimedName')}, ${of('claimedEmail')}, nullif(${jsonPart('personal')}, 'null'), null from ${each(value)} where true`,
      )
      .onConflictDoNothing(),
  ),
  prepared((orm, value) =>
    orm
      .insert(answer)
      .select(
        sql`select ${response.no}, ${jsonMember(0)}, ${jsonMember(1)}, ${jsonMember(2)} from ${eachOf('answers', value)} where true`,
      )
      .onConflictDoNothing(),
  ),
  // What is staged is the company's own, and about to count.
  prepared((orm, value) => makeGroups(orm, value, sql`true`)),
  prepared((orm, value) => markFull(orm, value, sql`true`)),
  prepared((orm, value) => {
    const group = groupsOf(response.surveyId, { property: jsonMember(0), value: jsonMember(1) })
    return orm
      .insert(responseSegment)
      .select(
        sql`select no, segment_id from (select ${response.no} as no, ${group} as segment_id from ${eachOf('pairs', value)}) as joined where segment_id is not null`,
      )
      .onConflictDoNothing()
  }),
  prepared((orm, value) =>
    orm
      .insert(followUp)
      .select(
        sql`select ${response.id}, ${response.no}, ${response.surveyId}, ${of('followUp')}, null, null, ${response.answeredAt}, null, null, null, ${of('now')} from ${eachStaged(value)} where ${of('followUp')} is not null`,
      )
      .onConflictDoNothing(),
  ),
]

function distinct(pairs: Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()]
}
