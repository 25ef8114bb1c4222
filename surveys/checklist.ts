import { checkAccent } from './contrast.ts'
import { estimatedSeconds } from './duration.ts'
import { isChoice, isHttps, isScored, optionsOf, scaleOf } from './questions.ts'
import { BANDS, SCALES } from './scoring/metrics.ts'
import type { Question, ScoredQuestion, SurveyDraft } from './definition.ts'

/** The path of a field in a definition, as in the API: `['questions', 0, 'text', 'en', 'ask']`. */
type Where = (string | number)[]

/** `must`: blocks publishing. `should`: a recommendation. */
export type Advice = {
  level: 'must' | 'should'
  code: AdviceCode
  where: Where
  params: Record<string, string | number>
}

type AdviceCode =
  /** A text of the first language, or one of a partly translated question, is empty. */
  | 'missing-text'
  /** A text is missing in another language, which falls back to the first one. */
  | 'missing-translation'
  | 'no-score'
  /** A link has no URL. */
  | 'missing-address'
  | 'unfinished-address'
  | 'no-reason-asked'
  | 'many-questions'
  | 'too-many-questions'
  | 'long-text'
  | 'long-survey'
  | 'faint-colour'
  /** Faces and stars bias answers upwards. */
  | 'biased-display'
  /** Links are shown to everyone: asking only happy customers for reviews is review gating. */
  | 'links-for-everyone'
  | 'impossible-condition'
  /** The first score has a condition. */
  | 'score-for-everyone'
  | 'unreachable'

/** More than `few` questions reduce the number of answers; more than `most` are rejected. */
const QUESTIONS = { few: 3, most: 10 }
/** Characters that fit a 360 px phone: three lines of a question, two of an option. */
const FITTING = { ask: 120, option: 60 }
const PATIENCE = 30

/** Lists what to finish or reconsider before publishing, worst first. */
export function checklist(definition: SurveyDraft): Advice[] {
  const advice = [
    ...onTexts(definition),
    ...onQuestions(definition),
    ...onConditions(definition),
    ...onLook(definition),
    ...onLength(definition),
  ]
  return [
    ...advice.filter(({ level }) => level === 'must'),
    ...advice.filter(({ level }) => level === 'should'),
  ]
}

/** A missing text of a language; `begun` if other texts beside it exist. */
export type MissingText = { language: string; where: Where; begun: boolean }

/** Lists every empty or missing text, by language. */
export function missingTexts(definition: SurveyDraft): MissingText[] {
  return definition.languages.flatMap((language) =>
    textsIn(definition, language)
      .filter(({ text }) => !text?.trim())
      .map(({ where, begun }) => ({ language, where, begun })),
  )
}

type Text = { where: Where; text: string | undefined; begun: boolean; most?: number }

/** Lists every required text of a language. */
function textsIn(definition: SurveyDraft, language: string): Text[] {
  const thanks = definition.thanks[language]
  return [
    ...definition.questions.flatMap((question, index) =>
      textsOf(question, language, definition.languages[0]!).map((text) => ({
        ...text,
        where: ['questions', index, 'text', language, ...text.where],
        begun: question.text[language] !== undefined,
      })),
    ),
    ...BANDS.map((band) => ({
      where: ['thanks', language, band],
      text: thanks?.[band],
      begun: thanks !== undefined,
    })),
    ...(definition.links ?? []).map(({ text }, index) => ({
      where: ['links', index, 'text', language],
      text: text[language],
      begun: text[language] !== undefined,
    })),
  ]
}

/**
 * Lists a question's texts in a language, with the same wordings per band as there or in the first
 * language.
 */
function textsOf(question: Question, language: string, fallback: string): Omit<Text, 'begun'>[] {
  const text = question.text[language]
  const ask = (text ?? question.text[fallback])?.ask
  const wordings =
    ask === undefined || typeof ask === 'string'
      ? [{ where: ['ask'], text: text && ask, most: FITTING.ask }]
      : BANDS.map((band) => ({
          where: ['ask', band],
          text: text && ask[band],
          most: FITTING.ask,
        }))
  if (isChoice(question))
    return [
      ...wordings,
      ...question.options.map((option) => ({
        where: ['options', option],
        text: question.text[language]?.options[option],
        most: FITTING.option,
      })),
    ]
  if (!isScored(question) && question.kind !== 'scale') return wordings
  const ends = question.text[language]
  return [...wordings, { where: ['low'], text: ends?.low }, { where: ['high'], text: ends?.high }]
}

function onTexts(definition: SurveyDraft): Advice[] {
  const [fallback] = definition.languages
  const missing = missingTexts(definition).map(({ language, where, begun }): Advice => {
    const isNeeded = language === fallback || (begun && !where.includes('options'))
    return isNeeded
      ? must('missing-text', where, { language })
      : should('missing-translation', where, { language })
  })
  const long = definition.languages.flatMap((language) =>
    textsIn(definition, language).flatMap(({ where, text = '', most = Infinity }) =>
      text.length > most
        ? [should('long-text', where, { language, length: text.length, most })]
        : [],
    ),
  )
  return [...missing, ...long]
}

function onQuestions({ questions }: SurveyDraft): Advice[] {
  const count = questions.length
  const number =
    count > QUESTIONS.most
      ? [must('too-many-questions', ['questions'], { count, most: QUESTIONS.most })]
      : count > QUESTIONS.few
        ? [should('many-questions', ['questions'], { count, most: QUESTIONS.few })]
        : []
  const each = questions.flatMap((question, index) => {
    if (!isScored(question)) return []
    const { display } = question
    return [
      ...(asksForReason(questions, question)
        ? []
        : [should('no-reason-asked', ['questions', index])]),
      ...(display === 'stars' || display === 'faces'
        ? [should('biased-display', ['questions', index, 'display'], { display })]
        : []),
    ]
  })
  const unscored = questions.some(isScored) ? [] : [must('no-score', ['questions'])]
  return [...unscored, ...number, ...each]
}

/** Whether respondents who are unhappy by this score can explain why. */
function asksForReason(questions: Question[], { id, kind }: ScoredQuestion): boolean {
  return questions.some((question) => {
    if (question.kind !== 'text') return false
    if (!question.showIf) return true
    const { question: conditionId, bands, values } = question.showIf
    const low = values?.some((value) => value <= SCALES[kind].unhappyTo)
    return conditionId === id && (bands?.includes('unhappy') ?? low ?? false)
  })
}

function onConditions({ questions }: SurveyDraft): Advice[] {
  const never = new Set<Question>()
  return questions.flatMap((question, index): Advice[] => {
    if (!question.showIf) return []
    const where = ['questions', index, 'showIf']
    if (question === questions.find(isScored)) return [must('score-for-everyone', where)]
    const conditionQuestion = questions
      .slice(0, index)
      .find(({ id }) => id === question.showIf!.question)
    if (!conditionQuestion || !canBeMet(question.showIf, conditionQuestion)) {
      never.add(question)
      return [must('impossible-condition', where, { question: question.showIf.question })]
    }
    if (!never.has(conditionQuestion)) return []
    never.add(question)
    return [should('unreachable', where, { question: conditionQuestion.id })]
  })
}

function canBeMet(
  { bands, values, options }: NonNullable<Question['showIf']>,
  question: Question,
): boolean {
  const scale = scaleOf(question)
  if (bands) return isScored(question)
  if (values) return !!scale && values.every((value) => value >= scale.min && value <= scale.max)
  return !!options?.every((option) => optionsOf(question).includes(option))
}

function onLook({ look, links }: SurveyDraft): Advice[] {
  const { failing, nearest } = look?.colour
    ? checkAccent(look.colour, look.scheme)
    : { failing: [], nearest: '' }
  return [
    ...failing.slice(0, 1).map(({ ratio, needed }) =>
      should('faint-colour', ['look', 'colour'], {
        colour: look!.colour!,
        nearest,
        ratio,
        needed,
      }),
    ),
    ...(links ?? []).flatMap(({ url }, index) =>
      isHttps(url)
        ? []
        : [must(url ? 'unfinished-address' : 'missing-address', ['links', index, 'url'])],
    ),
    ...(links?.length ? [should('links-for-everyone', ['links'])] : []),
  ]
}

function onLength(definition: SurveyDraft): Advice[] {
  const seconds = estimatedSeconds(definition)
  return seconds > PATIENCE
    ? [should('long-survey', ['questions'], { seconds, most: PATIENCE })]
    : []
}

const must = (code: AdviceCode, where: Where, params: Advice['params'] = {}): Advice => ({
  level: 'must',
  code,
  where,
  params,
})

const should = (code: AdviceCode, where: Where, params: Advice['params'] = {}): Advice => ({
  level: 'should',
  code,
  where,
  params,
})
