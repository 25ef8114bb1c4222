import { z } from 'zod'
import { InvalidInput } from './errors.ts'
import { fieldErrors } from './fieldErrors.ts'
import { bandOf, type Band } from './scoring/metrics.ts'
import {
  OTHER,
  PROPERTY_NAME,
  thresholdOf,
  isChoice,
  isScored,
  mainQuestion,
  namesOf,
  optionsOf,
  otherWordsOf,
  scaleOf,
  type Question,
  type SurveyDefinition,
} from './definition.ts'
import { LONGEST_COMMENT, LONGEST_LINE, LONGEST_PROPERTY_VALUE, MOST_PROPERTIES } from './limits.ts'
import { isStorable, storable } from './text.ts'

/** One respondent's answers, by question id. */
export type Answers = Record<string, number | string | string[]>

/** A stored answer: a score in `value`, text or option ids in `text`. */
export type AnswerRow = { question: string; value: number | null; text: string | null }

/**
 * Validates a respondent's answers to one survey.
 * @param survey the version that was answered
 * @param sent question id → whole number on its scale, text, option id or list of option ids; the text
 *   for "other" under `otherWordsOf` its id, dropped unless "other" was chosen. Empty text, `null` and
 *   empty lists are unanswered questions.
 * @returns the answered questions only, texts trimmed
 * @throws InvalidInput naming each field that is unknown, of the wrong type or off its scale
 */
export function readAnswers(survey: SurveyDefinition, sent: unknown): Answers {
  const result = answersSchema(survey).safeParse(sent)
  if (!result.success) throw new InvalidInput(fieldErrors(result.error, ['answers']))
  const answered = Object.entries(result.data).filter(
    ([, answer]) => answer != null && answer !== '' && !(Array.isArray(answer) && !answer.length),
  )
  return withoutIdleWords(survey, Object.fromEntries(answered) as Answers)
}

/** Drops the text for "other" if "other" was not chosen. */
function withoutIdleWords(survey: SurveyDefinition, answers: Answers): Answers {
  for (const question of survey.questions)
    if (isChoice(question) && question.other && ![answers[question.id]].flat().includes(OTHER))
      delete answers[otherWordsOf(question.id)]
  return answers
}

/**
 * Converts a form, which contains only text, for `readAnswers`.
 * @param field returns the form's value or values for a question's id
 */
export function answersFromForm(
  survey: SurveyDefinition,
  field: (name: string) => string[],
): Record<string, unknown> {
  return Object.fromEntries(
    survey.questions.flatMap((question): [string, unknown][] => {
      const [name, otherWords] = namesOf(question)
      const values = field(question.id)
      const [value] = values
      const beside = otherWords && field(otherWords)[0]
      const isNumber = scaleOf(question) && /^\d{1,3}$/.test(value ?? '')
      const parsed = question.kind === 'choices' ? values : isNumber ? Number(value) : value
      return [
        ...(value ? [[name!, parsed] as [string, unknown]] : []),
        ...(beside ? [[otherWords, beside] as [string, unknown]] : []),
      ]
    }),
  )
}

/** Converts answers to rows. */
export function answerRows(answers: Answers): AnswerRow[] {
  return Object.entries(answers).map(([question, answer]) => ({
    question,
    value: typeof answer === 'number' ? answer : null,
    text:
      typeof answer === 'number' ? null : Array.isArray(answer) ? JSON.stringify(answer) : answer,
  }))
}

/** Converts rows to answers. */
export function answersFromRows(survey: SurveyDefinition, rows: AnswerRow[]): Answers {
  const isList = (id: string) =>
    survey.questions.some((question) => question.id === id && question.kind === 'choices')
  return Object.fromEntries(
    rows.map(({ question, value, text }) => [
      question,
      value ?? (isList(question) ? (JSON.parse(text!) as string[]) : text!),
    ]),
  )
}

/** Returns the band of the survey's main score; null if it is unanswered. */
export function bandOfAnswers(survey: SurveyDefinition, answers: Answers): Band | null {
  const main = mainQuestion(survey)
  const score = answers[main.id]
  return typeof score === 'number' ? bandOf(main.kind, score) : null
}

/** Whether any score is at or below its question's threshold and so opens a follow-up. */
export function isLow(survey: SurveyDefinition, answers: Answers): boolean {
  return survey.questions.some((question) => {
    const score = answers[question.id]
    const threshold = isScored(question) ? thresholdOf(question) : null
    return typeof score === 'number' && threshold !== null && score <= threshold
  })
}

/** Whether a question applies, given the answers so far. */
export function isShown(survey: SurveyDefinition, question: Question, answers: Answers): boolean {
  if (!question.showIf) return true
  const { question: id, bands, values, options } = question.showIf
  const conditionQuestion = survey.questions.find((each) => each.id === id)
  const answer = answers[id]
  if (!conditionQuestion || answer === undefined) return false
  if (options) return [answer].flat().some((option) => options.includes(String(option)))
  if (typeof answer !== 'number') return false
  return values
    ? values.includes(answer)
    : isScored(conditionQuestion) && bands!.includes(bandOf(conditionQuestion.kind, answer))
}

/** Keeps only answers to questions that apply; a changed score can make others obsolete. */
export function shownAnswers(survey: SurveyDefinition, answers: Answers): Answers {
  const shown: Answers = {}
  for (const question of survey.questions)
    if (isShown(survey, question, shown))
      for (const name of namesOf(question)) if (name in answers) shown[name] = answers[name]!
  return shown
}

const schemas = new WeakMap<SurveyDefinition, z.ZodType<Record<string, unknown>>>()

function answersSchema(survey: SurveyDefinition): z.ZodType<Record<string, unknown>> {
  const known = schemas.get(survey)
  if (known) return known
  const shape = Object.fromEntries(
    survey.questions.flatMap((question) =>
      namesOf(question).map((name) => [
        name,
        (name === question.id ? answerSchema(question) : line).nullish(),
      ]),
    ),
  )
  const schema = z.strictObject(shape, {
    error: (issue) => (issue.code === 'invalid_type' ? 'must be an object' : undefined),
  })
  schemas.set(survey, schema)
  return schema
}

function answerSchema(question: Question): z.ZodType {
  const scale = scaleOf(question)
  if (scale) {
    const message = `must be a whole number from ${scale.min} to ${scale.max}`
    return z.int(message).min(scale.min, message).max(scale.max, message)
  }
  if (question.kind === 'text') return question.short ? line : comment
  if (question.kind === 'contact') return address
  const options = optionsOf(question)
  const option = z.enum(options as string[], `must be one of ${options.join(', ')}`)
  return question.kind !== 'choices'
    ? option
    : z
        .array(option, 'must be a list of options')
        .max(options.length, 'must name each option once')
        .refine((chosen) => new Set(chosen).size === chosen.length, 'must name each option once')
}

/** Free text. Drops characters that can't be stored, so that the rest is kept. */
export const comment = z
  .string('must be text')
  .overwrite((text) => storable(text).trim())
  .max(LONGEST_COMMENT, `must have at most ${LONGEST_COMMENT} characters`)

const line = comment.pipe(
  z.string().max(LONGEST_LINE, `must have at most ${LONGEST_LINE} characters`),
)

/** Pattern for the end of an email address; browsers also accept `a@b`. */
export const EMAIL_END = String.raw`.+\.[^.@]{2,}`

/** An email address; may be empty. */
const address = comment.pipe(
  z.union(
    // The format that a browser's email field accepts.
    [
      z.literal(''),
      z
        .email({ pattern: z.regexes.html5Email })
        .regex(new RegExp(`^${EMAIL_END}$`))
        .max(254),
    ],
    'must be an email address',
  ),
)

/** A response's properties (channel, agent, team …): 50 at most, 200 characters each. */
export const properties = z
  .record(
    z.string().regex(PROPERTY_NAME, 'must be a name of letters, digits, ".", "_" or "-"'),
    z
      .string('must be text')
      .trim()
      .max(LONGEST_PROPERTY_VALUE, `must have at most ${LONGEST_PROPERTY_VALUE} characters`)
      .refine(isStorable, 'must not contain NUL characters or broken Unicode'),
  )
  .refine(
    (record) => Object.keys(record).length <= MOST_PROPERTIES,
    `must be ${MOST_PROPERTIES} at most`,
  )

export type Properties = z.infer<typeof properties>
