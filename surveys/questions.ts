import { SCALES, isMetric, type Band, type Metric } from './scoring/metrics.ts'
import type {
  ChoiceQuestion,
  Question,
  QuestionKind,
  ScoredQuestion,
  SurveyDefinition,
} from './definition.ts'

// What can be said about a survey without checking it. No zod here: the editor runs this in the browser.

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

/** What the two answers to a yes-or-no question are kept as. */
const YES_OR_NO = ['yes', 'no'] as const

/** The option that `other: true` adds to a question's own; what it means is an answer of its own. */
export const OTHER = 'other'

/** The id under which it is kept what somebody meant by "other". */
export const otherWordsOf = (questionId: string) => `${questionId}_other`

/**
 * What the customer's form sends beside the answers (`topic` is the field that people never meet),
 * so that no question can have these names.
 */
export const FORM_FIELDS = ['token', 'response', 'revision', 'lang', 'switch', 'asked', 'topic']

/** The name in a link's query that only the page's hidden link gives, which people never follow. */
export const HIDDEN_LINK = 'site-map'

// Overrides of the writing direction would turn what stands beside them around, too.
// oxlint-disable-next-line no-control-regex -- control characters are what must not come in
export const UNREADABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/

/** Whether a link may lead there: a whole address that begins with https://. */
export function isHttps(address: string): boolean {
  return /^https:\/\/\S+$/.test(address) && URL.canParse(address)
}

/** What a question or an option is called. Every object has a "constructor" without being given one. */
export const IDENTIFIER = /^(?!constructor$)[a-z][a-z0-9_]{0,39}$/

/** What a property of a response may be called. */
export const PROPERTY_NAME = /^(?!__proto__$)[\p{L}\p{N}_.-]{1,60}$/u

export function isScored(question: Question): question is ScoredQuestion {
  return isMetric(question.kind)
}

export function isChoice(question: Question): question is ChoiceQuestion {
  return question.kind === 'choice' || question.kind === 'choices'
}

/** The ends of the numbers that a question is answered with; none where it is answered otherwise. */
export function scaleOf(question: Question): { min: number; max: number } | undefined {
  if (isScored(question)) return SCALES[question.kind]
  return question.kind === 'scale' ? question : undefined
}

/** The options that a question is answered with, "other" the last; none where there are none. */
export function optionsOf(question: Question): readonly string[] {
  if (question.kind === 'yesno') return YES_OR_NO
  if (!isChoice(question)) return []
  return question.other ? [...question.options, OTHER] : question.options
}

/** The names under which a question's answers are sent and kept. */
export function namesOf(question: Question): string[] {
  return isChoice(question) && question.other
    ? [question.id, otherWordsOf(question.id)]
    : [question.id]
}

/** The question that a survey is about: the first scored one. Its band decides the follow-up texts. */
export function mainQuestion(survey: SurveyDefinition): ScoredQuestion {
  return survey.questions.find(isScored)!
}

/** Every scored question with its metric, in the order asked. */
export function scoredQuestions(survey: SurveyDefinition): { id: string; metric: Metric }[] {
  return survey.questions.filter(isScored).map(({ id, kind }) => ({ id, metric: kind }))
}

/** The highest answer that opens a follow-up, or `null` where none does. */
export function thresholdOf(question: ScoredQuestion): number | null {
  return question.threshold === undefined ? SCALES[question.kind].unhappyTo : question.threshold
}

/** A text in the language asked for, else in the survey's first language. */
export function textIn<T>(texts: Record<string, T>, language: string, survey: SurveyDefinition): T {
  return texts[language] ?? texts[survey.languages[0]!]!
}

/** The wording for a band; the neutral one while there is no score yet. */
export function askFor(ask: string | Record<Band, string>, band: Band | null): string {
  return typeof ask === 'string' ? ask : ask[band ?? 'neutral']
}
