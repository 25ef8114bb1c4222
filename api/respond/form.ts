import type { Context } from 'hono'
import { readChoices } from '../../db/responses/mailChoices.ts'
import { readRevision } from '../../db/responses/list.ts'
import type { LiveSurvey } from '../../db/surveys/surveys.ts'
import {
  answersFromForm,
  bandOfAnswers,
  isShown,
  readAnswers,
  shownAnswers,
  type Answers,
} from '../../surveys/answers.ts'
import { InvalidInput, ResponseErased, SurveyClosed } from '../../surveys/errors.ts'
import { counted, wordsIn, type Words } from '../../surveys/locales/index.ts'
import {
  FORM_FIELDS,
  mainQuestion,
  namesOf,
  type Question,
  type ScoredQuestion,
  type SurveyDefinition,
} from '../../surveys/definition.ts'
import { askPage, thanksPage, type AskPage } from '../../web/respondent/page.ts'
import type { Problem } from '../../web/respondent/sheet.ts'
import { addressOf } from '../base/clientAddress.ts'
import type { Deps } from '../base/deps.ts'
import { LinkUsed, problemOf } from '../base/problems.ts'
import { readSubmission, type Form } from './submissions.ts'
import { languageFor, readSource } from '../sharing/visitors.ts'
import { OK, pageResponse, logged, type ReportedProblem } from './pageResponse.ts'
import { bannerOf, newPage } from './newPage.ts'
import type { Page } from './packing.ts'
import type { Arrivals } from './proving.ts'
import { nextRevision } from './saveChoice.ts'
import { readPage } from './shownPage.ts'
import { submit } from './submit.ts'
import { visitorOf } from './surveyAndVisitor.ts'
import { LONGEST_COMMENT, LONGEST_LINE } from '../../surveys/limits.ts'

/**
 * Responds to a form with the next step, the thank-you page, or the form with its errors. If a proof of
 * work is required, which needs JavaScript, the answer is stored as suspected.
 */
export async function formResponse(
  deps: Deps,
  context: Context,
  survey: LiveSurvey,
  form: Form,
  arrivals: Arrivals,
): Promise<Response> {
  const one = (name: string) => form.get(name)?.[0]
  const other = one('switch')
  const language = languageFor(context, survey.definition.languages, other, one('lang'))
  let definition = survey.definition
  const filledIn: Omit<AskPage, 'answers' | 'definition'> = {
    company: deps.workspace.name,
    language,
    banner: bannerOf(survey.version, language),
    version: survey.version,
    token: one('token') ?? '',
    response: one('response') ?? '',
    revision: Number(one('revision')) || 1,
    addressStart: null,
    via: readSource(context.req.query('via')),
  }
  const { sites } = survey.definition
  const respond = (problem: ReportedProblem, page: Page, { look }: SurveyDefinition) =>
    pageResponse(problem, page, { look, sites }, context)
  try {
    const page = await readPage(deps, survey, filledIn)
    definition = page.definition
    filledIn.version = page.claims.version
    const sentAnswers = readAnswers(definition, answersOf(definition, form))
    const answers = shownAnswers(definition, sentAnswers)
    readSubmission({ token: filledIn.token, revision: revisionOf(form) })
    // Forms are sent one after another; one sent after going back has the latest answers.
    const { page: ofSet, once } = page.claims
    const revision =
      ofSet === undefined && !once
        ? (await readRevision(deps.db, filledIn.response)) + 1
        : nextRevision(await readChoices(deps.db, filledIn.response))
    const complete = !other && isEverythingAsked(definition, answers, form)
    const nextPage = { ...filledIn, definition, answers }
    if (other && !Object.keys(answers).length) return respond(OK, askPage(nextPage), definition)
    // A proof of work needs JavaScript.
    const sent = { answers, complete, confirmed: true, topic: one('topic'), proof: '', revision }
    const address = addressOf(context, deps.config)
    const { feedback } = await submit(deps, arrivals, page, sent, address)
    if (!complete) return respond(OK, askPage({ ...nextPage, revision: revision + 1 }), definition)
    const band = bandOfAnswers(definition, answers)
    return respond(OK, thanksPage({ ...filledIn, definition, band, feedback }), definition)
  } catch (error) {
    if ([LinkUsed, ResponseErased, SurveyClosed].some((kind) => error instanceof kind)) throw error
    const problem = logged(deps, error)
    const answers = answersOf(definition, form)
    // Replaces a page that is no longer accepted by a new one with the same answers.
    const renewed =
      problem.status === 403 &&
      (await newPage(deps, survey, language, visitorOf(deps, context, survey), null))
    const problems = problemsFor(error, definition, answers, language)
    const page = { ...filledIn, definition, ...renewed, answers, problems }
    return respond(problem, askPage(page), page.definition)
  }
}

/** Returns a form's answers by question id; unknown fields count as answers, too. */
function answersOf(definition: SurveyDefinition, form: Form): Record<string, unknown> {
  const unknown = [...form].filter(
    ([name]) =>
      !FORM_FIELDS.includes(name) &&
      !definition.questions.some((question) => namesOf(question).includes(name)),
  )
  const known = answersFromForm(definition, (name) => form.get(name) ?? [])
  return { ...known, ...Object.fromEntries(unknown) }
}

function revisionOf(form: Form): number | undefined {
  const revision = form.get('revision')?.[0]
  return revision === undefined ? undefined : Number(revision)
}

/** Whether every question that applies to these answers was on the sent page. */
function isEverythingAsked(definition: SurveyDefinition, answers: Answers, form: Form): boolean {
  const shownIds = form.get('asked') ?? []
  return definition.questions.every(
    (question) => shownIds.includes(question.id) || !isShown(definition, question, answers),
  )
}

/** Returns errors in the reader's language, by field. */
function problemsFor(
  error: unknown,
  definition: SurveyDefinition,
  answers: Record<string, unknown>,
  language: string,
): Problem[] {
  const words = wordsIn(language)
  if (!(error instanceof InvalidInput))
    return [{ text: problemOf(error).status === 403 ? words.expired : words.failed }]
  const main = mainQuestion(definition)
  return error.errors.map(({ field }) => {
    if (field === 'answers' || field === `answers.${main.id}`)
      return { text: pickIn(words, main), field: main.id }
    const name = field.split('.')[1] ?? ''
    const question = definition.questions.find((each) => namesOf(each).includes(name))
    if (!question) return { text: `${words.check} (${field})` }
    return { text: problemWith(question, answers[name], language), field: name }
  })
}

function problemWith(question: Question, answer: unknown, language: string): string {
  const words = wordsIn(language)
  if (question.kind === 'contact') return words.emailWrong
  const most = question.kind === 'text' && !question.short ? LONGEST_COMMENT : LONGEST_LINE
  const tooLong = typeof answer === 'string' && answer.trim().length > most
  return tooLong ? counted(language, words.tooLong, most) : words.check
}

/** Returns the request to choose a number, or an answer if no numbers are shown. */
function pickIn(words: Words, { display = 'numbers' }: ScoredQuestion): string {
  return display === 'numbers' ? words.pickNumber : words.pickAnswer
}
