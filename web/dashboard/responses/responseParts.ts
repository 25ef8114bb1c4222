import { isMetric, SCALES, type Metric } from '../../../surveys/scoring/metrics.ts'
import type { SurveyResponse } from './api.ts'

export type GivenScore = { metric: Metric; value: number; max: number; ask: string }

/** The words that the customer wrote, one text per open question. */
export function wordsOf(response: SurveyResponse): string[] {
  return response.answers.flatMap(({ kind, text }) => (kind === 'text' && text ? [text] : []))
}

/** The scores that the customer gave, the main one first. */
export function givenScoresOf(response: SurveyResponse): GivenScore[] {
  return response.answers.flatMap(({ kind, value, ask }) =>
    isMetric(kind) && value !== null ? [{ metric: kind, value, max: SCALES[kind].max, ask }] : [],
  )
}

/** What was said to the other questions, as text. */
export function choicesOf(response: SurveyResponse): { ask: string; text: string }[] {
  return response.answers.flatMap(({ kind, ask, text, value }) =>
    isMetric(kind) || kind === 'text' ? [] : [{ ask, text: text ?? String(value) }],
  )
}

/** Who answered, by the best name there is; null when nobody knows or may know. */
export function nameOf({ customer }: SurveyResponse): string | null {
  return customer && (customer.name ?? customer.email ?? customer.externalId)
}

/** Whether nobody but an unsigned link says who answered. */
export function isUnverified({ customer }: SurveyResponse): boolean {
  return customer !== null && !customer.verified
}

/** Whether the customer wants to be asked no more, or somebody said so for them; null when neither. */
export function silenceOf({ customer }: SurveyResponse): 'silent' | 'silenceAsked' | null {
  if (customer?.optedOutAt) return 'silent'
  return customer?.optOutAskedAt ? 'silenceAsked' : null
}
