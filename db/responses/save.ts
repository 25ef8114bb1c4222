import { eq, sql } from 'drizzle-orm'
import { answersFromRows, isLow, type AnswerRow, type Answers } from '../../surveys/answers.ts'
import { ResponseErased } from '../../surveys/errors.ts'
import { openFollowUp, withdrawFollowUp, withdrawWhileExcluded } from './openFollowUps.ts'
import { customerIdBy } from '../customers/customers.ts'
import { jsonFields, jsonRows } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import { insertFrom } from '../insertFrom.ts'
import { upsertCustomers } from '../customers/knownCustomers.ts'
import { dropChoices, keepChoice } from './mailChoices.ts'
import { onlyWhere, prepared, type Db } from '../statements.ts'
import { suspectLinks, suspectScores } from './openedLinks.ts'
import { suspectPace } from './kioskPace.ts'
import { wasErased } from './list.ts'
import { withAnswers } from './parts.ts'
import {
  IS_COUNTED,
  isThisSave,
  valuesOf,
  type SavedResponse,
  type SaveValues,
  type Value,
} from './savedResponse.ts'
import { answer, response, type RESPONSE_STATES } from '../schema/index.ts'
import { moveScoreboard } from '../scoreboard/board.ts'
import { dropUncountedGroups } from '../scoreboard/dropGroups.ts'
import {
  adoptExcluded,
  findMissingGroups,
  isOneOfMany,
  lacksGroup,
  joinGroups,
  makeGroups,
  markFull,
} from '../scoreboard/segments.ts'
import { readDefinition } from '../surveys/surveys.ts'
import { hideIdentifiers } from '../properties/identifiers.ts'
import { noteMissingGroup } from '../properties/missingGroups.ts'

export { spamReasonOf, stateOf } from './savedResponse.ts'
export type { Exclusion, SavedResponse } from './savedResponse.ts'

/**
 * Stores a response, updates the scoreboard and opens or withdraws its follow-up, in one transaction.
 * Resolves once that is on disk.
 * An unsigned link's claims about the customer stay with the response, since anyone can write one; a
 * signed link completes the customer record. An excluded response is stored, but not counted. A human
 * act confirms an unconfirmed response, and one suspected only for lack of it; only a person can count
 * any other suspected response.
 * @returns false if a newer save is already stored, and nothing changed
 * @throws Conflict if the survey is gone, ResponseErased, StorageUnavailable if the disk is full or
 *   failing
 */
export async function saveResponse(db: Db, saved: SavedResponse): Promise<boolean> {
  const values = valuesOf(saved)
  const unconfirmed = saved.exclusion?.state === 'unconfirmed'
  // Index of the result of `findUngrouped` among the rows.
  let place = 0
  const rows = await db.atomically((orm) => {
    const before = [
      ...(saved.customer ? upsertCustomers(orm, values.mentions) : []),
      ...(unconfirmed ? [suspectScores(orm, values)] : []),
      subtractOldCounts(orm, values),
      upsertResponse(orm, values),
      ...(saved.source === 'kiosk' ? [suspectPace(orm, values)] : []),
      deleteAnswers(orm, values),
      insertAnswers(orm, values),
      ...join.map((statement) => statement(orm, values)),
    ]
    place = before.length
    return [
      ...before,
      findUngrouped(orm, values),
      addNewCounts(orm, values),
      isLow(saved.definition, saved.answers)
        ? openFollowUp(orm, values)
        : withdrawFollowUp(orm, values),
      ...(saved.exclusion
        ? [
            withdrawWhileExcluded(orm, values),
            ...dropUncountedGroups(orm, saved.surveyId, values.pairs),
          ]
        : []),
      ...(unconfirmed ? [suspectLinks(orm, values)] : []),
      ...(saved.decided ? [keepChoice(orm, saved, saved.decided.choice)] : []),
      ...(saved.decided?.dropped.length ? dropChoices(orm, saved, saved.decided.dropped) : []),
      findThisSave(orm, values),
    ]
  })
  if (rows.at(-1)!.length) {
    const [ungrouped] = (rows[place]![0] ?? [null]) as ['property' | 'value' | 'many' | null]
    if (ungrouped === 'many') hideIdentifiers(db, saved.surveyId, values)
    else if (ungrouped) noteMissingGroup(db, saved.surveyId, values.reserved, ungrouped)
    return true
  }
  if (await wasErased(db, saved.id)) throw new ResponseErased()
  return false
}

/** A stored response, whatever its state. */
export type StoredResponse = {
  state: (typeof RESPONSE_STATES)[number]
  version: number
  revision: number
  answers: Answers
  /** Whether a person chose or counted it. */
  confirmed: boolean
  /** Whether the team counted it although it looked automatic. */
  restored: boolean
}

/** Reads a stored response; undefined if there is none. */
export async function readStored(db: Db, id: string): Promise<StoredResponse | undefined> {
  const { no, surveyId, state, spamReason, version, revision } = response
  const rows = await db.orm
    .select({ no, surveyId, state, spamReason, version, revision })
    .from(response)
    .where(eq(response.id, id))
  const [stored] = await withAnswers(db.orm, rows)
  if (!stored) return undefined
  const definition = await readDefinition(db, stored.surveyId, stored.version)
  const isCounted = stored.state === 'partial' || stored.state === 'complete'
  const confirmed = isCounted || (stored.revision > 0 && stored.spamReason !== 'links')
  const restored = isCounted && stored.spamReason !== null
  return { ...stored, answers: answersFromRows(definition, stored.answers), confirmed, restored }
}

const subtractOldCounts = prepared<SaveValues>((orm, value) =>
  moveScoreboard(
    orm,
    'minus',
    sql`response_no = (select no from ${response} where ${response.id} = ${value('id')}
      and ${response.revision} between ${value('oldest')} and ${value('newest')})`,
  ),
)

const addNewCounts = prepared<SaveValues>((orm, value) =>
  moveScoreboard(
    orm,
    'plus',
    sql`response_no = (select no from ${response} where ${isThisSave(value)})`,
  ),
)

/** A person has counted it. */
const IS_RESTORED = sql`(${IS_COUNTED} and ${response.spamReason} is not null)`
/** Suspected for lack of a human act, which has now come. */
const IS_CLEARED = sql`(${response.state} = 'suspected' and excluded.state in ('partial', 'complete')
  and ${response.spamReason} in ('scores', 'links', 'proof', 'flood'))`
/** A signed link names the customer that an unsigned one had claimed. */
const IS_VERIFIED_NOW = sql`(excluded.customer_verified and not ${response.customerVerified})`

/** The choices of an email decide, unless the team has reviewed the response. */
const isDecided = (value: Value<SaveValues>) =>
  sql`(${value('decided')} = 1 and not ${IS_RESTORED}
    and coalesce(${response.spamReason}, '') <> 'person')`

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
      spamReason: value('spamReason'),
      customerVerified: value('customerVerified'),
      badSignature: value('badSignature'),
      claimedName: value('claimedName'),
      claimedEmail: value('claimedEmail'),
      personal: value('personal'),
      unusable: value('unusable'),
    })
    .onConflictDoUpdate({
      target: response.id,
      set: {
        band: sql`excluded.band`,
        customerId: sql`case when ${IS_VERIFIED_NOW} then excluded.customer_id
          else ${response.customerId} end`,
        claimedName: sql`case when ${IS_VERIFIED_NOW} then null else ${response.claimedName} end`,
        claimedEmail: sql`case when ${IS_VERIFIED_NOW} then null else ${response.claimedEmail} end`,
        personal: sql`case when ${IS_VERIFIED_NOW} then excluded.personal else ${response.personal} end`,
        customerVerified: sql`(${response.customerVerified} or ${IS_VERIFIED_NOW})`,
        version: sql`case when ${isDecided(value)} then excluded.version else ${response.version} end`,
        state: sql`case
          when ${isDecided(value)} then excluded.state
          when ${response.state} = 'complete' and excluded.state = 'partial' then 'complete'
          when ${IS_RESTORED} and excluded.state = 'suspected' then ${response.state}
          when ${response.state} = 'suspected' and not ${IS_CLEARED} then 'suspected'
          when ${response.state} = 'test' then 'test'
          else excluded.state end`,
        spamReason: sql`case
          when ${isDecided(value)} then excluded.spam_reason
          when ${IS_CLEARED} then null
          else coalesce(${response.spamReason}, excluded.spam_reason) end`,
        answeredAt: sql`case when ${IS_COUNTED} and ${value('decided')} = 0 then ${response.answeredAt}
          else excluded.answered_at end`,
        day: sql`case when ${IS_COUNTED} and ${value('decided')} = 0 then ${response.day}
          else excluded.day end`,
        revision: sql`excluded.revision`,
        updatedAt: sql`excluded.updated_at`,
      },
      setWhere: sql`${response.surveyId} = excluded.survey_id
        and ${response.revision} between ${value('oldest')} and ${value('newest')}
        and ${response.state} not in ('staged', 'erased')`,
    }),
)

const deleteAnswers = prepared<SaveValues>((orm, value) =>
  orm
    .delete(answer)
    .where(sql`${answer.responseNo} = (select no from ${response} where ${isThisSave(value)})`),
)

const ANSWER_VALUES = jsonFields<keyof AnswerRow>({
  question: 'text',
  value: 'integer',
  text: 'text',
})

const insertAnswers = prepared<SaveValues>((orm, value) =>
  insertFrom(
    orm,
    answer,
    { responseNo: response.no, surveyId: response.surveyId, ...ANSWER_VALUES },
    sql`from ${response} ${lookUp(jsonRows(value('answers')))} where ${isThisSave(value)}`,
  ),
)

const isCountedNow = (value: Value<SaveValues>) =>
  sql`exists (select 1 from ${response} where ${isThisSave(value)} and ${IS_COUNTED})`

const joinExistingGroups = prepared<SaveValues>((orm, value) =>
  joinGroups(orm, value, isThisSave(value)),
)

const missingGroups = prepared<SaveValues>((orm, value) =>
  findMissingGroups(orm, value, isThisSave(value)),
)

/** Joins existing groups, and creates and joins missing ones. */
const join = [
  joinExistingGroups,
  ...[
    prepared<SaveValues>((orm, value) => makeGroups(orm, value, isCountedNow(value))),
    prepared<SaveValues>((orm, value) => markFull(orm, value, isCountedNow(value))),
    prepared<SaveValues>((orm, value) => adoptExcluded(orm, value)),
    joinExistingGroups,
  ].map((statement) => onlyWhere(missingGroups, statement)),
]

/** Finds properties without a place, and properties with too many values. */
const findUngrouped = onlyWhere(
  missingGroups,
  prepared<SaveValues>((orm, value) =>
    orm
      .select({
        what: sql`case
          when ${isOneOfMany(value)} then 'many'
          when ${lacksGroup(value, 'property')} then 'property'
          when ${lacksGroup(value, 'value')} then 'value' end`,
      })
      .from(response)
      .where(sql`${isThisSave(value)} and ${IS_COUNTED}`),
  ),
)

const findThisSave = prepared<SaveValues>((orm, value) =>
  orm.select({ no: response.no }).from(response).where(isThisSave(value)),
)
