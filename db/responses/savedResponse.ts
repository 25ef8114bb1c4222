import { sql, type Placeholder } from 'drizzle-orm'
import { answerRows, bandOfAnswers, type Answers, type Properties } from '../../surveys/answers.ts'
import { mainQuestion, type SurveyDefinition } from '../../surveys/definition.ts'
import { claimsOf, mentionOf, type Customer } from '../customers/customers.ts'
import { KIOSK_DIGITS } from '../ids.ts'
import type { StoredChoice } from './mailChoices.ts'
import { response, type SOURCES, type SpamReason } from '../schema/index.ts'
import { byProperty, pairsOf, reservedIn } from '../scoreboard/segments.ts'

/** One save of a response. It contains the whole response, so that repeating it changes nothing. */
export type SavedResponse = {
  id: string
  surveyId: string
  version: number
  definition: SurveyDefinition
  answers: Answers
  complete: boolean
  /** Why it is stored but not counted. */
  exclusion?: Exclusion
  /**
   * The choice of a page of an email's links, if it decided the response. Stored only if the response
   * still has the revision `storedRevision` (-1: not stored). Choices of the `dropped` pages are deleted.
   */
  decided?: { storedRevision: number; choice: StoredChoice; dropped: string[] }
  /** Counts a page's saves from 1; a save that is older than the stored one changes nothing. */
  revision: number
  language: string | null
  properties: Properties
  customer?: Customer
  /** Other personal data, for leads and admins only. */
  personal?: Properties
  /** Names of link parameters that could not be used. */
  unusable?: string[]
  /** Whether a signed link identified the customer. */
  customerVerified?: boolean
  /** Whether its link's signature was invalid. */
  badSignature?: boolean
  source: (typeof SOURCES)[number]
  /** Time and day of the answer, from the first save. */
  answeredAt: number
  day: number
  now: number
  /** When the first reply is due if the answer is low; null if unknown. */
  dueAt: number | null
}

/** `unconfirmed` if a suspected save came without a human act. */
export type Exclusion =
  | { state: 'unconfirmed' | 'test' }
  | { state: 'suspected'; spamReason: SpamReason; unconfirmed?: boolean }

/** Returns the state that a save gives its response: its exclusion, or else how complete it is. */
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

/** Builds the values for a save's statements, which unfold the lists in SQL. */
export function valuesOf(saved: SavedResponse) {
  const mention = mentionOf(saved.customer, saved)
  const { claimedName, claimedEmail } = claimsOf(mention)
  // Test responses join no group of a property.
  const pairs = pairsOf(
    saved.exclusion?.state === 'test' ? { language: null, properties: {} } : saved,
  )
  return {
    // Lists every field, since a spread makes an object of this size slow to create and read.
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
    oldest: saved.decided?.storedRevision ?? 0,
    newest: saved.decided?.storedRevision ?? revisionOf(saved),
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

/** Ranks a save with a human act above all saves without one. */
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

/** Whether the stored response is still this save; false once a newer one is stored. */
export const isThisSave = (value: Value<SaveValues>) =>
  sql`${response.id} = ${value('id')} and ${response.surveyId} = ${value('surveyId')}
    and ${response.revision} = ${value('revision')} and ${response.state} not in ('staged', 'erased')`

export const IS_COUNTED = sql`${response.state} in ('partial', 'complete')`
