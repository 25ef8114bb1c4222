import { isMetric, SCALES, type Metric } from '../../../surveys/scoring/metrics.ts'
import type { SurveyResponse } from './api.ts'

type Answered = Pick<SurveyResponse, 'answers'>

export type GivenScore = { metric: Metric; value: number; max: number; ask: string }

/** The customer's texts, one for each open question. */
export function wordsOf(response: Answered): string[] {
  return response.answers.flatMap(({ kind, text }) => (kind === 'text' && text ? [text] : []))
}

/** The scores that the customer gave, the main one first. */
export function givenScoresOf(response: Answered): GivenScore[] {
  return response.answers.flatMap(({ kind, value, ask }) =>
    isMetric(kind) && value !== null ? [{ metric: kind, value, max: SCALES[kind].max, ask }] : [],
  )
}

/** The answers to other questions, as text. */
export function choicesOf(response: SurveyResponse): { ask: string; text: string }[] {
  return response.answers.flatMap(({ kind, ask, text, value }) =>
    isMetric(kind) || kind === 'text' ? [] : [{ ask, text: text ?? String(value) }],
  )
}

/** The customer's name, email or id; null if unknown or not visible to this user. */
export function nameOf({ customer }: SurveyResponse): string | null {
  return customer && (customer.name ?? customer.email ?? customer.externalId)
}

/** Whether the customer is known only from an unsigned link. */
export function isUnverified({ customer }: SurveyResponse): boolean {
  return customer !== null && !customer.verified
}

/** Whether the customer has opted out, or an unsigned link has asked for it; null if neither. */
export function optOutOf({ customer }: SurveyResponse): 'optedOut' | 'optOutAsked' | null {
  if (customer?.optedOutAt) return 'optedOut'
  return customer?.optOutAskedAt ? 'optOutAsked' : null
}
