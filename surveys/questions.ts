import { SCALES, isMetric, type Band, type Metric } from './scoring/metrics.ts'
import type {
  ChoiceQuestion,
  Question,
  QuestionKind,
  ScoredQuestion,
  SurveyDefinition,
} from './definition.ts'

// Helpers that need no validation. The editor loads them in the browser, so don't import zod here.

export const QUESTION_KINDS = [
  'nps',
  'csat',
  'ces',
  'scale',
  'yesno',
  'choice',
  'choices',
  'text',
  'contact',
] as const satisfies QuestionKind[]

/** The stored answers to a yes-or-no question. */
const YES_OR_NO = ['yes', 'no'] as const

/** The option added by `other: true`; its text is stored as a separate answer. */
export const OTHER = 'other'

/** The id under which the text for "other" is stored. */
export const otherWordsOf = (questionId: string) => `${questionId}_other`

/**
 * Fields of the form other than answers; no question may have such an id. `topic` is the honeypot,
 * `asked` lists the questions on the sent page.
 */
export const FORM_FIELDS = ['token', 'response', 'revision', 'lang', 'switch', 'asked', 'topic']

/** The query parameter of the page's hidden link, which only robots follow. */
export const HIDDEN_LINK = 'site-map'

// Overrides of the writing direction would also reverse neighbouring text.
// oxlint-disable-next-line no-control-regex -- this pattern rejects control characters
export const UNREADABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/

/** Whether a URL is valid and begins with https://. */
export function isHttps(address: string): boolean {
  return /^https:\/\/\S+$/.test(address) && URL.canParse(address)
}

/** Ids of questions and options. Excludes "constructor", which every object inherits. */
export const IDENTIFIER = /^(?!constructor$)[a-z][a-z0-9_]{0,39}$/

/** Names of properties of responses. */
export const PROPERTY_NAME = /^(?!__proto__$)[\p{L}\p{N}_.-]{1,60}$/u

export function isScored(question: Question): question is ScoredQuestion {
  return isMetric(question.kind)
}

export function isChoice(question: Question): question is ChoiceQuestion {
  return question.kind === 'choice' || question.kind === 'choices'
}

/** The lowest and highest answer of a numeric question; undefined for others. */
export function scaleOf(question: Question): { min: number; max: number } | undefined {
  if (isScored(question)) return SCALES[question.kind]
  return question.kind === 'scale' ? question : undefined
}

/** A question's options, with "other" last; empty if it has none. */
export function optionsOf(question: Question): readonly string[] {
  if (question.kind === 'yesno') return YES_OR_NO
  if (!isChoice(question)) return []
  return question.other ? [...question.options, OTHER] : question.options
}

/** The names under which a question's answers are sent and stored. */
export function namesOf(question: Question): string[] {
  return isChoice(question) && question.other
    ? [question.id, otherWordsOf(question.id)]
    : [question.id]
}

/** A survey's first scored question. Its band selects the texts of further questions. */
export function mainQuestion(survey: SurveyDefinition): ScoredQuestion {
  return survey.questions.find(isScored)!
}

/** Every scored question with its metric, in order. */
export function scoredQuestions(survey: SurveyDefinition): { id: string; metric: Metric }[] {
  return survey.questions.filter(isScored).map(({ id, kind }) => ({ id, metric: kind }))
}

/** The highest answer that opens a follow-up; `null` if none does. */
export function thresholdOf(question: ScoredQuestion): number | null {
  return question.threshold === undefined ? SCALES[question.kind].unhappyTo : question.threshold
}

/** A text in the requested language, otherwise in the survey's first language. */
export function textIn<T>(texts: Record<string, T>, language: string, survey: SurveyDefinition): T {
  return texts[language] ?? texts[survey.languages[0]!]!
}

/** The wording for a band; the neutral one if there is no score yet. */
export function askFor(ask: string | Record<Band, string>, band: Band | null): string {
  return typeof ask === 'string' ? ask : ask[band ?? 'neutral']
}
