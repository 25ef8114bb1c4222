import { sql, type Placeholder } from 'drizzle-orm'
import { answerRows, bandOfAnswers, type Answers, type Properties } from '../../surveys/answers.ts'
import { mainQuestion, type SurveyDefinition } from '../../surveys/definition.ts'
import { claimsOf, mentionOf, type Customer } from '../customers/customers.ts'
import { KIOSK_DIGITS } from '../ids.ts'
import type { StoredChoice } from './mailChoices.ts'
import { response, type SOURCES, type SpamReason } from '../schema/index.ts'
import { byProperty, pairsOf, reservedIn } from '../scoreboard/segments.ts'

/** One save of a response: always the whole of it, so that sending twice is sending once. */
export type SavedResponse = {
  id: string
  surveyId: string
  version: number
  definition: SurveyDefinition
  answers: Answers
  complete: boolean
  /** Kept, and not counted: no human act came with it, a robot is suspected, or it is a test. */
  exclusion?: Exclusion
  /**
   * What a page of a mail's links chose, where that decided what the response says: it is stored if the
   * response still has the revision that was `seen` then; -1 where it was not there. The choices of the
   * `dropped` pages go, since they decide nothing any more.
   */
  decided?: { seen: number; choice: StoredChoice; dropped: string[] }
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
  customerVerified?: boolean
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
export type Exclusion =
  | { state: 'unconfirmed' | 'test' }
  | { state: 'suspected'; spamReason: SpamReason; unconfirmed?: boolean }

/** The state that a save gives its response: what keeps it from counting, or else how far it got. */
export function stateOf({
  complete,
  exclusion,
}: {
  complete: boolean
  exclusion?: Exclusion | undefined
}) {
  return exclusion?.state ?? (complete ? 'complete' : 'partial')
}

export function spamReasonOf(exclusion: Exclusion | undefined): SpamReason | null {
  return exclusion?.state === 'suspected' ? exclusion.spamReason : null
}

/** What the statements of a save are filled with; lists are unfolded there. */
export function valuesOf(saved: SavedResponse) {
  const mention = mentionOf(saved.customer, saved)
  const { claimedName, claimedEmail } = claimsOf(mention)
  // What somebody tries is in no group.
  const pairs = pairsOf(
    saved.exclusion?.state === 'test' ? { language: null, properties: {} } : saved,
  )
  return {
    // Written out one by one: a spread makes an object of this size slow to fill and to read.
    id: mention.id,
    customerKey: mention.customerKey,
    externalId: mention.externalId,
    email: mention.email,
    name: mention.name,
    verified: mention.verified,
    now: mention.now,
    claimedName,
    claimedEmail,
    mentions: [mention],
    surveyId: saved.surveyId,
    pageStart: saved.id.slice(0, -KIOSK_DIGITS).padEnd(saved.id.length, '0'),
    pageEnd: saved.id.slice(0, -KIOSK_DIGITS).padEnd(saved.id.length, 'f'),
    version: saved.version,
    source: saved.source,
    language: saved.language,
    properties: saved.properties,
    band: bandOfAnswers(saved.definition, saved.answers),
    state: stateOf(saved),
    spamReason: spamReasonOf(saved.exclusion),
    question: mainQuestion(saved.definition).id,
    score: scoreIn(saved),
    revision: revisionOf(saved),
    decided: saved.decided ? 1 : 0,
    oldest: saved.decided?.seen ?? 0,
    newest: saved.decided?.seen ?? revisionOf(saved),
    customerVerified: saved.customerVerified ? 1 : 0,
    badSignature: saved.badSignature ? 1 : 0,
    personal: saved.personal ?? null,
    unusable: saved.unusable ?? null,
    answeredAt: saved.answeredAt,
    day: saved.day,
    dueAt: saved.dueAt,
    answers: answerRows(saved.answers),
    pairs,
    groups: byProperty(pairs),
    reserved: reservedIn(saved.definition),
  }
}

/** Whatever a customer does comes after what came without one. */
function revisionOf({ revision, exclusion }: SavedResponse): number {
  const isMachines =
    exclusion?.state === 'unconfirmed' ||
    (exclusion?.state === 'suspected' && exclusion.unconfirmed)
  return isMachines ? 0 : revision
}

function scoreIn({ definition, answers }: SavedResponse): number | null {
  const score = answers[mainQuestion(definition).id]
  return typeof score === 'number' ? score : null
}

export type SaveValues = ReturnType<typeof valuesOf>
export type Value<Values> = (name: keyof Values & string) => Placeholder

/** True of the response as this save left it; false once a newer save came first. */
export const isThisSave = (value: Value<SaveValues>) =>
  sql`${response.id} = ${value('id')} and ${response.surveyId} = ${value('surveyId')}
    and ${response.revision} = ${value('revision')} and ${response.state} not in ('staged', 'erased')`

export const IS_COUNTED = sql`${response.state} in ('partial', 'complete')`
