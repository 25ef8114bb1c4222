import { z } from 'zod'
import {
  FORM_FIELDS,
  IDENTIFIER,
  isChoice,
  isHttps,
  isScored,
  namesOf,
  optionsOf,
  OTHER,
  scaleOf,
  UNREADABLE,
} from './questions.ts'
import { BANDS, SCALES, type Metric } from './scoring/metrics.ts'

export * from './questions.ts'

/** A BCP 47 language tag: `en`, `pt-BR`, `sr-Latn`. */
const languageCode = z
  .string()
  .regex(
    /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/,
    'must be a language code such as "en" or "pt-BR"',
  )

const identifier = z
  .string()
  .regex(IDENTIFIER, 'must be lower-case letters, digits and "_", 40 at most')

/** Text for people: no control characters, at least one letter. */
export const words = (most: number) => text(most).trim().min(1, 'must not be empty')

/** Unfinished text, which may be empty. */
const unfinishedWords = (most: number) => text(most)

function text(most: number) {
  return z
    .string('must be text')
    .max(most, `must have at most ${most} characters`)
    .refine((text) => !UNREADABLE.test(text), 'must not contain control characters')
    .refine((text) => text.isWellFormed(), 'must be well-formed Unicode')
}

const perLanguage = <T extends z.ZodType>(text: T) => z.record(languageCode, text)

/**
 * When a question is shown: always if unset, or once an earlier question was answered with one of
 * `bands`, `values` or `options`.
 */
const showIf = z
  .strictObject({
    question: identifier,
    bands: z.array(z.enum(BANDS)).min(1).optional(),
    values: z.array(z.int()).min(1).max(11).optional(),
    options: z.array(identifier).min(1).max(21).optional(),
  })
  .refine(
    ({ bands, values, options }) => [bands, values, options].filter(Boolean).length === 1,
    'must name bands, values or options, and only one of these',
  )

const DISPLAYS = ['numbers', 'stars', 'faces'] as const

/** A link's URL, possibly unfinished. */
const unfinishedAddress = text(500)

const address = unfinishedAddress.refine(isHttps, 'must be an address that begins with https://')

const lookOfPage = z.strictObject({
  /** A picture, as a data URL. */
  logo: z
    .string('must be text')
    .regex(
      /^data:image\/(svg\+xml|png|webp);base64,[A-Za-z0-9+/]+={0,2}$/,
      'must be an SVG, PNG or WebP picture as a data: address',
    )
    // A coarse limit; the weight of the finished page decides.
    .max(12_000, 'must have at most 12000 characters')
    .optional(),
  colour: z
    .string('must be text')
    .regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #0b6a62')
    .optional(),
  scheme: z.enum(['auto', 'light', 'dark'], 'must be auto, light or dark').optional(),
  size: z.enum(['normal', 'large'], 'must be normal or large').optional(),
  corners: z.enum(['square', 'soft', 'round'], 'must be square, soft or round').optional(),
})

/** Schemas of a definition, for finished or unfinished texts and URLs. */
function definitionOf(words: (most: number) => z.ZodType<string>, url: z.ZodType<string>) {
  const perBand = z.strictObject({ unhappy: words(300), neutral: words(300), happy: words(300) })
  /** May differ by the band of the survey's main score. */
  const ask = z.union([words(300), perBand], 'must be text, or one text for each band')
  const ends = { low: words(60), high: words(60) }

  const scored = z.strictObject({
    id: identifier,
    kind: z.enum(['nps', 'csat', 'ces']),
    /**
     * An answer at or below it opens a follow-up; null means none does. By default the top of the
     * unhappy band.
     */
    threshold: z.int().nullable().optional(),
    /** CSAT only; numbers by default, as faces and stars bias. */
    display: z.enum(DISPLAYS, 'must be numbers, stars or faces').optional(),
    showIf: showIf.optional(),
    text: perLanguage(z.strictObject({ ask: words(300), ...ends })),
  })
  const scale = z.strictObject({
    id: identifier,
    kind: z.literal('scale'),
    min: z.union([z.literal(0), z.literal(1)], 'must be 0 or 1'),
    max: z.int().min(2, 'must be from 2 to 10').max(10, 'must be from 2 to 10'),
    showIf: showIf.optional(),
    text: perLanguage(z.strictObject({ ask, ...ends })),
  })
  const yesNo = z.strictObject({
    id: identifier,
    kind: z.literal('yesno'),
    showIf: showIf.optional(),
    text: perLanguage(z.strictObject({ ask })),
  })
  const choice = z.strictObject({
    id: identifier,
    kind: z.enum(['choice', 'choices']),
    options: z.array(identifier).min(2).max(20),
    /** Whether "other" can be chosen, with a text. */
    other: z.boolean().optional(),
    showIf: showIf.optional(),
    text: perLanguage(z.strictObject({ ask, options: z.record(identifier, words(120)) })),
  })
  const open = z.strictObject({
    id: identifier,
    kind: z.literal('text'),
    /** One line instead of several. */
    short: z.boolean().optional(),
    showIf: showIf.optional(),
    text: perLanguage(z.strictObject({ ask, hint: words(120).optional() })),
  })
  /** Asks whether and where to contact the customer. */
  const contact = z.strictObject({
    id: identifier,
    kind: z.literal('contact'),
    showIf: showIf.optional(),
    text: perLanguage(z.strictObject({ ask })),
  })

  const questions = z.discriminatedUnion('kind', [scored, scale, yesNo, choice, open, contact])
  return z.strictObject({
    languages: z.array(languageCode).min(1).max(60),
    questions: z.array(questions).min(1).max(10),
    thanks: perLanguage(perBand),
    /** Shown on the thank-you page, to everyone. */
    links: z
      .array(z.strictObject({ url, text: perLanguage(words(60)) }))
      .max(3, 'must be three at most')
      .optional(),
    look: lookOfPage.optional(),
    /** The sites that may show the survey in a frame. */
    sites: z
      .array(
        z
          .string('must be text')
          .regex(
            /^https?:\/\/(\*\.)?[a-z0-9.-]{1,200}(:\d{1,5})?$/,
            'must be a site such as https://shop.example.com',
          ),
      )
      .max(20, 'must be 20 at most')
      .optional(),
    /** Properties that count only from signed links. */
    signed: z
      .array(z.string('must be text').regex(/^[\p{L}\p{N}_.-]{1,60}$/u, 'must be a property'))
      .max(20, 'must be 20 at most')
      .optional(),
    /** When a browser must do a proof of work; `auto` means during a flood. */
    proof: z.enum(['auto', 'always'], 'must be auto or always').optional(),
  })
}

/** An unfinished survey: complete in structure, but not in all texts and URLs. */
export const surveyDraft = definitionOf(unfinishedWords, unfinishedAddress)

export type SurveyDraft = z.infer<typeof surveyDraft>

/**
 * A survey's definition: its questions in order, all texts in all its languages, and the thank-you
 * page. Missing texts fall back to `languages[0]`. `{company}` in a text stands for the company's name.
 */
export const surveyDefinition = definitionOf(words, address).superRefine((survey, context) => {
  const complain = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message })

  if (new Set(survey.languages).size < survey.languages.length)
    complain(['languages'], 'must name each language once')
  const fallback = survey.languages[0]!
  if (!survey.thanks[fallback]) complain(['thanks', fallback], 'must be there')
  survey.links?.forEach(({ text }, index) => {
    if (!text[fallback]) complain(['links', index, 'text', fallback], 'must be there')
  })

  const names = new Set(FORM_FIELDS)
  survey.questions.forEach((question, index) => {
    const path = ['questions', index]
    for (const name of namesOf(question)) {
      if (FORM_FIELDS.includes(name))
        complain([...path, 'id'], `"${name}" is a field of the page's own form`)
      else if (names.has(name)) complain([...path, 'id'], `"${name}" is used twice`)
      names.add(name)
    }
    if (!question.text[fallback]) complain([...path, 'text', fallback], 'must be there')
    if (isScored(question)) complainAboutScore(question, path, complain)
    if (isChoice(question)) complainAboutOptions(question, path, fallback, complain)
    if (question.kind === 'scale' && question.max - question.min < 1)
      complain([...path, 'max'], 'must be above the lowest number')
    if (question.showIf && question === survey.questions.find(isScored))
      complain(
        [...path, 'showIf'],
        'must not be there: the first score is asked first, of everyone',
      )
    else if (question.showIf) {
      const conditionQuestion = survey.questions
        .slice(0, index)
        .find(({ id }) => id === question.showIf!.question)
      const wrong = complaintAbout(question.showIf, conditionQuestion)
      if (wrong) complain([...path, 'showIf', wrong.part], wrong.message)
    }
  })
  if (!survey.questions.some(isScored))
    complain(['questions'], 'must contain a scored question (nps, csat or ces)')
})

type Complain = (path: (string | number)[], message: string) => void

function complainAboutScore(
  question: ScoredQuestion,
  path: (string | number)[],
  complain: Complain,
) {
  const { min, max } = SCALES[question.kind]
  if (question.threshold != null && (question.threshold < min || question.threshold > max))
    complain([...path, 'threshold'], `must be a whole number from ${min} to ${max}`)
  if (question.display && question.kind !== 'csat')
    complain([...path, 'display'], 'is for csat alone')
}

function complainAboutOptions(
  { options, other, text }: ChoiceQuestion,
  path: (string | number)[],
  fallback: string,
  complain: Complain,
) {
  if (new Set(options).size < options.length)
    complain([...path, 'options'], 'must name each option once')
  if (other && options.includes(OTHER))
    complain([...path, 'options'], `"${OTHER}" is there already`)
  for (const option of options)
    if (text[fallback] && !text[fallback].options[option])
      complain([...path, 'text', fallback, 'options', option], 'must be there')
}

/** Returns what is wrong with a condition, given the question that it refers to. */
function complaintAbout(
  { bands, values, options }: NonNullable<Question['showIf']>,
  conditionQuestion: Question | undefined,
): { part: string; message: string } | undefined {
  if (!conditionQuestion)
    return { part: 'question', message: 'must be a question asked before this one' }
  if (bands && !isScored(conditionQuestion))
    return { part: 'question', message: 'must be a scored question, as bands are named' }
  const scale = scaleOf(conditionQuestion)
  if (values && !scale)
    return { part: 'question', message: 'must be a question with numbers, as values are named' }
  const off = values?.find((value) => value < scale!.min || value > scale!.max)
  if (off !== undefined)
    return { part: 'values', message: `must be from ${scale!.min} to ${scale!.max}` }
  const known = optionsOf(conditionQuestion)
  const unknown = options?.find((option) => !known.includes(option))
  if (unknown !== undefined)
    return {
      part: 'options',
      message: `"${unknown}" is not an option of "${conditionQuestion.id}"`,
    }
  return undefined
}

export type Look = z.infer<typeof lookOfPage>
export type SurveyDefinition = z.infer<typeof surveyDefinition>
export type Question = SurveyDefinition['questions'][number]
export type QuestionKind = Question['kind']
type OfKind<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>
export type ScoredQuestion = OfKind<Metric>
export type ScaleQuestion = OfKind<'scale'>
export type YesNoQuestion = OfKind<'yesno'>
export type ChoiceQuestion = OfKind<'choice' | 'choices'>
export type TextQuestion = OfKind<'text'>
export type ContactQuestion = OfKind<'contact'>
