import { eq, sql, type Placeholder } from 'drizzle-orm'
import {
  answerRows,
  answersFromRows,
  bandOfAnswers,
  isLow,
  type Answers,
  type Properties,
} from '../surveys/answers.ts'
import { ResponseErased } from '../surveys/errors.ts'
import { mainQuestion, type SurveyDefinition } from '../surveys/survey.ts'
import { claimsOf, customerIdBy, makeKnown, mentionOf, type Customer } from './customers.ts'
import { jsonField, jsonRows } from './engines/sqliteJson.ts'
import { KIOSK_DIGITS } from './ids.ts'
import { keepChoice, type StoredChoice } from './mailChoices.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { wasErased, withAnswers } from './responses.ts'
import {
  answer,
  followUp,
  followUpEvent,
  response,
  type RESPONSE_STATES,
  type SOURCES,
  type Suspicion,
} from './schema.ts'
import { moveBoard } from './scoreboard.ts'
import { noteTurnedAway } from './regrouping.ts'
import {
  adoptExcluded,
  dropUncounted,
  isTurnedAway,
  joinGroups,
  makeGroups,
  markFull,
  pairsOf,
  reservedIn,
} from './segments.ts'
import { readDefinition } from './surveys.ts'

/** One save of a response: always the whole of it, so that sending twice is sending once. */
export type SavedResponse = {
  id: string
  surveyId: string
  version: number
  definition: SurveyDefinition
  answers: Answers
  complete: boolean
  /** Kept, and not counted: no human act came with it, a robot is suspected, or it is a test. */
  aside?: Aside
  /**
   * What a page of a mail's links chose, where that decided what the response says: it is stored if the
   * response still has the revision that was `seen` then; -1 where it was not there.
   */
  decided?: { seen: number; choice: StoredChoice }
  /** Counts the saves of one page from 1; an older save than the stored one changes nothing. */
  revision: number
  language: string | null
  properties: Properties
  customer?: Customer
  /** What else is said of the person, for leads alone. */
  personal?: Properties
  /** The names of what the link said and could not be used. */
  unusable?: string[]
  /** Whether the company itself said who it is, in a signed link. */
  vouched?: boolean
  /** Whether its link's signature did not fit. */
  badSignature?: boolean
  source: (typeof SOURCES)[number]
  /** When it was answered and on which day that was; kept from the first save. */
  answeredAt: number
  day: number
  now: number
  /** When the first reply is owed if the answer is low; null where that is not known. */
  dueAt: number | null
}

/** `unconfirmed` where no human act came with what is suspected. */
export type Aside =
  | { state: 'unconfirmed' | 'test' }
  | { state: 'suspected'; suspicion: Suspicion; unconfirmed?: boolean }

/**
 * Stores a response, moves the scoreboard and opens or withdraws its follow-up, in one transaction.
 * Resolves once that is on disk.
 * What an unsigned link says of a customer stays with the response, since anyone can write one; a signed
 * one completes the customer's record.
 * What is set aside is stored alike and moves nothing. A human act confirms what was unconfirmed, and
 * what was suspected only for want of one; nothing else brings a suspected response back but a person.
 * @returns false when a newer save of it is there already, and this one changed nothing
 * @throws Conflict when its survey is gone, ResponseErased when it was taken back, StorageUnavailable when the disk is full or failing
 */
export async function saveResponse(db: Db, saved: SavedResponse): Promise<boolean> {
  const values = valuesOf(saved)
  const unconfirmed = saved.aside?.state === 'unconfirmed'
  const rows = await db.atomically((orm) => [
    ...(saved.customer ? makeKnown(orm, values.mentions) : []),
    ...(unconfirmed ? [suspectScores(orm, values)] : []),
    minusWhatItWas(orm, values),
    upsertResponse(orm, values),
    ...(saved.source === 'kiosk' ? [suspectPace(orm, values)] : []),
    forgetAnswers(orm, values),
    keepAnswers(orm, values),
    ...join.map((statement) => statement(orm, values)),
    plusWhatItIs(orm, values),
    isLow(saved.definition, saved.answers)
      ? openFollowUp(orm, values)
      : withdrawFollowUp(orm, values),
    ...(saved.aside
      ? [withdrawWhileAside(orm, values), ...dropUncounted(orm, saved.surveyId, values.pairs)]
      : []),
    ...(unconfirmed ? [suspectLinks(orm, values)] : []),
    ...(saved.decided ? [keepChoice(orm, saved, saved.decided.choice)] : []),
    findThisSave(orm, values),
  ])
  const [found] = rows.at(-1)!
  if (found) {
    const [, turnedAway] = found as [number, 'property' | 'value' | null]
    if (turnedAway) noteTurnedAway(db, saved.surveyId, values.reserved, turnedAway)
    return true
  }
  if (await wasErased(db, saved.id)) throw new ResponseErased()
  return false
}

/** A response as it is stored, whatever its state. */
export type KeptResponse = {
  state: (typeof RESPONSE_STATES)[number]
  version: number
  revision: number
  answers: Answers
  /** Whether a person chose what it says, or let it count. */
  confirmed: boolean
}

/** What is stored of a response; undefined while nothing is. */
export async function readKept(db: Db, id: string): Promise<KeptResponse | undefined> {
  const { no, surveyId, state, suspicion, version, revision } = response
  const rows = await db.orm
    .select({ no, surveyId, state, suspicion, version, revision })
    .from(response)
    .where(eq(response.id, id))
  const [kept] = await withAnswers(db.orm, rows)
  if (!kept) return undefined
  const definition = await readDefinition(db, kept.surveyId, kept.version)
  const isCounted = kept.state === 'partial' || kept.state === 'complete'
  const confirmed = isCounted || (kept.revision > 0 && kept.suspicion !== 'links')
  return { ...kept, answers: answersFromRows(definition, kept.answers), confirmed }
}

/** What the statements below are filled with; lists are unfolded there. */
function valuesOf(saved: SavedResponse) {
  const mention = mentionOf(saved.customer, saved)
  return {
    ...mention,
    ...claimsOf(mention),
    mentions: [mention],
    surveyId: saved.surveyId,
    pageStart: saved.id.slice(0, -KIOSK_DIGITS).padEnd(saved.id.length, '0'),
    pageEnd: saved.id.slice(0, -KIOSK_DIGITS).padEnd(saved.id.length, 'f'),
    version: saved.version,
    source: saved.source,
    language: saved.language,
    properties: saved.properties,
    band: bandOfAnswers(saved.definition, saved.answers),
    state: saved.aside?.state ?? (saved.complete ? 'complete' : 'partial'),
    suspicion: saved.aside && 'suspicion' in saved.aside ? saved.aside.suspicion : null,
    question: mainQuestion(saved.definition).id,
    score: scoreIn(saved),
    revision: revisionOf(saved),
    decided: saved.decided ? 1 : 0,
    oldest: saved.decided?.seen ?? 0,
    newest: saved.decided?.seen ?? revisionOf(saved),
    vouched: saved.vouched ? 1 : 0,
    badSignature: saved.badSignature ? 1 : 0,
    personal: saved.personal ?? null,
    unusable: saved.unusable ?? null,
    answeredAt: saved.answeredAt,
    day: saved.day,
    dueAt: saved.dueAt,
    answers: answerRows(saved.answers),
    // What somebody tries is in no group.
    pairs: pairsOf(saved.aside?.state === 'test' ? { language: null, properties: {} } : saved),
    reserved: reservedIn(saved.definition),
  }
}

/** Whatever a customer does comes after what came without one. */
function revisionOf({ revision, aside }: SavedResponse): number {
  const isMachines =
    aside?.state === 'unconfirmed' || (aside && 'unconfirmed' in aside && aside.unconfirmed)
  return isMachines ? 0 : revision
}

function scoreIn({ definition, answers }: SavedResponse): number | null {
  const score = answers[mainQuestion(definition).id]
  return typeof score === 'number' ? score : null
}

type SaveValues = ReturnType<typeof valuesOf>
type Value<Values> = (name: keyof Values & string) => Placeholder

/** True of the response as this save left it; false once a newer save came first. */
const isThisSave = (value: Value<SaveValues>) =>
  sql`${response.id} = ${value('id')} and ${response.surveyId} = ${value('surveyId')} and ${response.revision} = ${value('revision')} and ${response.state} not in ('staged', 'erased')`

const minusWhatItWas = prepared<SaveValues>((orm, value) =>
  moveBoard(
    orm,
    'minus',
    sql`response_no = (select no from ${response} where ${response.id} = ${value('id')} and ${response.revision} between ${value('oldest')} and ${value('newest')})`,
  ),
)

const plusWhatItIs = prepared<SaveValues>((orm, value) =>
  moveBoard(
    orm,
    'plus',
    sql`response_no = (select no from ${response} where ${isThisSave(value)})`,
  ),
)

export const IS_COUNTED = sql`${response.state} in ('partial', 'complete')`
/** A person has said that it counts. */
const IS_RESTORED = sql`(${IS_COUNTED} and ${response.suspicion} is not null)`
/** What was suspected for want of a human act, until there is one. */
const IS_CLEARED = sql`(${response.state} = 'suspected' and excluded.state in ('partial', 'complete') and ${response.suspicion} in ('scores', 'links', 'proof', 'flood'))`
/** A signed link names the customer of what an unsigned one had said. */
const IS_VERIFIED_NOW = sql`(excluded.vouched and not ${response.vouched})`

/** What a mail's choices say holds, unless somebody of the team has judged the response. */
const isDecided = (value: Value<SaveValues>) =>
  sql`(${value('decided')} = 1 and not ${IS_RESTORED} and coalesce(${response.suspicion}, '') <> 'person')`

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
      suspicion: value('suspicion'),
      vouched: value('vouched'),
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
        customerId: sql`case when ${IS_VERIFIED_NOW} then excluded.customer_id else ${response.customerId} end`,
        claimedName: sql`case when ${IS_VERIFIED_NOW} then null else ${response.claimedName} end`,
        claimedEmail: sql`case when ${IS_VERIFIED_NOW} then null else ${response.claimedEmail} end`,
        personal: sql`case when ${IS_VERIFIED_NOW} then excluded.personal else ${response.personal} end`,
        vouched: sql`case when ${IS_VERIFIED_NOW} then 1 else ${response.vouched} end`,
        version: sql`case when ${isDecided(value)} then excluded.version else ${response.version} end`,
        state: sql`case
          when ${isDecided(value)} then excluded.state
          when ${response.state} = 'complete' and excluded.state = 'partial' then 'complete'
          when ${IS_RESTORED} and excluded.state = 'suspected' then ${response.state}
          when ${response.state} = 'suspected' and not ${IS_CLEARED} then 'suspected'
          when ${response.state} = 'test' then 'test'
          else excluded.state end`,
        suspicion: sql`case when ${isDecided(value)} then excluded.suspicion when ${IS_CLEARED} then null else coalesce(${response.suspicion}, excluded.suspicion) end`,
        answeredAt: sql`case when ${IS_COUNTED} and ${value('decided')} = 0 then ${response.answeredAt} else excluded.answered_at end`,
        day: sql`case when ${IS_COUNTED} and ${value('decided')} = 0 then ${response.day} else excluded.day end`,
        revision: sql`excluded.revision`,
        updatedAt: sql`excluded.updated_at`,
      },
      setWhere: sql`${response.surveyId} = excluded.survey_id and ${response.revision} between ${value('oldest')} and ${value('newest')} and ${response.state} not in ('staged', 'erased')`,
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

const isCountedNow = (value: Value<SaveValues>) =>
  sql`exists (select 1 from ${response} where ${isThisSave(value)} and ${IS_COUNTED})`

const join = [
  prepared<SaveValues>((orm, value) => makeGroups(orm, value, isCountedNow(value))),
  prepared<SaveValues>((orm, value) => markFull(orm, value, isCountedNow(value))),
  prepared<SaveValues>((orm, value) => adoptExcluded(orm, value)),
  prepared<SaveValues>((orm, value) => joinGroups(orm, value, isThisSave(value))),
]

/** A case has the id of the response that opened it. */
const openFollowUp = prepared<SaveValues>((orm, value) =>
  orm
    .insert(followUp)
    .select(
      sql`select id, no, survey_id, 'new', null, null, answered_at, ${value('dueAt')}, null, null, ${value('now')} from ${response} where ${isThisSave(value)} and ${IS_COUNTED}`,
    )
    .onConflictDoNothing(),
)

/** Nobody took up the case, wrote a note or changed anything. */
const IS_UNTOUCHED = sql`${followUp.state} = 'new' and ${followUp.ownerId} is null and ${followUp.note} is null and not exists (select 1 from ${followUpEvent} where ${followUpEvent.followUpId} = ${followUp.id})`

/** A slip of the thumb, corrected before anyone took up the case, leaves no case behind. */
const withdrawFollowUp = prepared<SaveValues>((orm, value) =>
  orm
    .delete(followUp)
    .where(
      sql`${followUp.responseNo} = (select no from ${response} where ${isThisSave(value)}) and ${IS_UNTOUCHED}`,
    ),
)

const withdrawWhileAside = prepared<SaveValues>((orm, value) =>
  orm
    .delete(followUp)
    .where(
      sql`${followUp.responseNo} = (select no from ${response} where ${isThisSave(value)} and not ${IS_COUNTED}) and ${IS_UNTOUCHED}`,
    ),
)

/** Nobody answers on a kiosk within so many milliseconds of whoever was there before. */
const TURN = sql.raw('3000')

/** Another answer of the same kiosk's page counts that was given at nearly the same moment. */
const suspectPace = prepared<SaveValues>((orm, value) =>
  orm
    .update(response)
    .set({ state: 'suspected', suspicion: 'pace' })
    .where(
      sql`${isThisSave(value)} and ${IS_COUNTED} and ${response.suspicion} is null and exists (select 1 from ${response} as other where other.id between ${value('pageStart')} and ${value('pageEnd')} and other.id <> ${response.id} and other.state in ('partial', 'complete') and other.suspicion is null and abs(other.answered_at - ${response.answeredAt}) < ${TURN})`,
    ),
)

/** Several scores within so many milliseconds, and no human act, are a robot's. */
const SECONDS = sql.raw('10000')

/** The page of one response gave another score just before. */
const suspectScores = prepared<SaveValues>((orm, value) =>
  orm
    .update(response)
    .set({ state: 'suspected', suspicion: 'scores' })
    .where(
      sql`${response.id} = ${value('id')} and ${response.state} = 'unconfirmed' and ${response.updatedAt} > ${value('now')} - ${SECONDS} and exists (select 1 from ${answer} where ${answer.responseNo} = ${response.no} and ${answer.question} = ${value('question')} and ${answer.value} <> ${value('score')})`,
    ),
)

/** Another score's link for the same customer was opened just before: then both are suspected. */
const suspectLinks = prepared<SaveValues>((orm, value) => {
  const near = sql`select no from ${response} where ${response.customerId} = ${customerIdBy(value)} and ${response.surveyId} = ${value('surveyId')} and ${response.state} in ('unconfirmed', 'suspected') and ${response.updatedAt} > ${value('now')} - ${SECONDS}`
  return orm
    .update(response)
    .set({ state: 'suspected', suspicion: 'links' })
    .where(
      sql`${response.no} in (${near}) and ${response.state} = 'unconfirmed' and exists (select 1 from ${answer} where ${answer.responseNo} in (${near}) and ${answer.question} = ${value('question')} and ${answer.value} <> ${value('score')})`,
    )
})

const findThisSave = prepared<SaveValues>((orm, value) =>
  orm
    .select({
      no: response.no,
      turnedAway: sql`case when not ${IS_COUNTED} then null when ${isTurnedAway(value, 'property')} then 'property' when ${isTurnedAway(value, 'value')} then 'value' end`,
    })
    .from(response)
    .where(isThisSave(value)),
)
