import { z } from 'zod'
import { BANDS, SCALES, isMetric, type Band, type Metric } from './scoring/metrics.ts'

/** A language as BCP 47 writes it: `en`, `pt-BR`, `sr-Latn`. */
const languageCode = z
  .string()
  .regex(
    /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/,
    'must be a language code such as "en" or "pt-BR"',
  )

const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be lower-case letters, digits and "_", 40 at most')

/** Words that people read: no control characters, at least one letter. */
export const words = (most: number) =>
  z
    .string('must be text')
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must have at most ${most} characters`)
    // oxlint-disable-next-line no-control-regex -- control characters are what must not come in
    .regex(/^[^\u0000-\u0009\u000b-\u001f\u007f]*$/, 'must not contain control characters')

const perBand = z.strictObject({ unhappy: words(300), neutral: words(300), happy: words(300) })

const perLanguage = <T extends z.ZodType>(text: T) => z.record(languageCode, text)

/** When a question is shown: always, or once `question` was answered in one of `bands`. */
const showIf = z.strictObject({ question: identifier, bands: z.array(z.enum(BANDS)).min(1) })

const scoredQuestion = z.strictObject({
  id: identifier,
  kind: z.enum(['nps', 'csat', 'ces']),
  /** An answer at or below the bar opens a follow-up; `null` opens none. Unset: the unhappy band. */
  bar: z.int().nullable().optional(),
  showIf: showIf.optional(),
  text: perLanguage(z.strictObject({ ask: words(300), low: words(60), high: words(60) })),
})

const textQuestion = z.strictObject({
  id: identifier,
  kind: z.literal('text'),
  showIf: showIf.optional(),
  /** `ask` may differ by the band of the survey's first score. */
  text: perLanguage(
    z.strictObject({ ask: z.union([words(300), perBand]), hint: words(120).optional() }),
  ),
})

const choiceQuestion = z.strictObject({
  id: identifier,
  kind: z.enum(['choice', 'choices']),
  options: z.array(identifier).min(2).max(20),
  showIf: showIf.optional(),
  text: perLanguage(
    z.strictObject({
      ask: z.union([words(300), perBand]),
      options: z.record(identifier, words(120)),
    }),
  ),
})

export const question = z.discriminatedUnion('kind', [scoredQuestion, textQuestion, choiceQuestion])

/** What the customer's form sends beside the answers, so that no question can have these names. */
export const FORM_FIELDS = ['token', 'response', 'revision', 'lang', 'switch', 'asked']

/**
 * What a survey is: its questions in the order they are asked, every text in every language of the
 * survey, and the thanks. `languages[0]` is the one that a missing text falls back to. `{company}`
 * in a text stands for the name of whoever asks.
 */
export const surveyDefinition = z
  .strictObject({
    languages: z.array(languageCode).min(1).max(60),
    questions: z.array(question).min(1).max(10),
    thanks: perLanguage(perBand),
  })
  .superRefine((survey, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })

    if (new Set(survey.languages).size < survey.languages.length)
      complain(['languages'], 'must name each language once')
    const fallback = survey.languages[0]!
    if (!survey.thanks[fallback]) complain(['thanks', fallback], 'must be there')

    const earlier = new Map<string, z.infer<typeof question>>()
    survey.questions.forEach((question, index) => {
      const path = ['questions', index]
      if (earlier.has(question.id)) complain([...path, 'id'], `"${question.id}" is used twice`)
      if (FORM_FIELDS.includes(question.id))
        complain([...path, 'id'], `"${question.id}" is a field of the page's own form`)
      if (!question.text[fallback]) complain([...path, 'text', fallback], 'must be there')
      if (isScored(question) && question.bar != null) {
        const { min, max } = SCALES[question.kind]
        if (question.bar < min || question.bar > max)
          complain([...path, 'bar'], `must be a whole number from ${min} to ${max}`)
      }
      if (question.kind === 'choice' || question.kind === 'choices') {
        for (const [language, text] of Object.entries(question.text))
          for (const option of question.options)
            if (language === fallback && !text.options[option])
              complain([...path, 'text', language, 'options', option], 'must be there')
      }
      const asked = question.showIf && earlier.get(question.showIf.question)
      if (question.showIf && !(asked && isScored(asked)))
        complain([...path, 'showIf', 'question'], 'must be a scored question asked before this one')
      earlier.set(question.id, question)
    })
    if (!survey.questions.some(isScored))
      complain(['questions'], 'must contain a scored question (nps, csat or ces)')
  })

export type SurveyDefinition = z.infer<typeof surveyDefinition>
export type Question = z.infer<typeof question>
export type ScoredQuestion = z.infer<typeof scoredQuestion>
export type TextQuestion = z.infer<typeof textQuestion>
export type ChoiceQuestion = z.infer<typeof choiceQuestion>

export function isScored(question: Question): question is ScoredQuestion {
  return isMetric(question.kind)
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
export function barOf(question: ScoredQuestion): number | null {
  return question.bar === undefined ? SCALES[question.kind].unhappyTo : question.bar
}

/** A text in the language asked for, else in the survey's first language. */
export function textIn<T>(texts: Record<string, T>, language: string, survey: SurveyDefinition): T {
  return texts[language] ?? texts[survey.languages[0]!]!
}

/** The wording for a band; the neutral one while there is no score yet. */
export function askFor(ask: string | Record<Band, string>, band: Band | null): string {
  return typeof ask === 'string' ? ask : ask[band ?? 'neutral']
}
