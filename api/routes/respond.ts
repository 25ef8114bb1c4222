import { Hono, type Context } from 'hono'
import { saveResponse } from '../../db/answers.ts'
import { newId } from '../../db/ids.ts'
import { readRevision } from '../../db/responses.ts'
import { recountDays } from '../../db/timeZone.ts'
import { readAskedSurvey, readDefinition, type AskedSurvey } from '../../db/surveys.ts'
import {
  LONGEST_COMMENT,
  answersFromForm,
  bandOfAnswers,
  isShown,
  readAnswers,
  type Answers,
} from '../../surveys/answers.ts'
import { dayOf } from '../../surveys/days.ts'
import { Conflict, InvalidInput, NotFound, SurveyClosed } from '../../surveys/errors.ts'
import { LOCALES, counted, wordsIn, type Words } from '../../surveys/locales/index.ts'
import { FORM_FIELDS, mainQuestion, type SurveyDefinition } from '../../surveys/survey.ts'
import { CONTENT_SECURITY_POLICY } from '../../web/respondent/layout.ts'
import { askPage, noticePage, thanksPage, type AskPage } from '../../web/respondent/page.ts'
import type { Deps } from '../deps.ts'
import { answerProblem, logProblem, problemOf, TokenRejected, type Problem } from '../problems.ts'
import {
  limitBody,
  readForm,
  readJsonSubmission,
  readSubmission,
  type Form,
  type Submission,
} from '../submissions.ts'
import { readToken, signToken, type Claims } from '../tokens.ts'
import { languageFor, readVisitor, type Visitor } from '../visitors.ts'

/** The customer's side: the page of a survey, and what it sends. */
export function respondRoutes(deps: Deps) {
  const routes = new Hono()

  routes.onError((error, context) =>
    context.req.method === 'PUT'
      ? answerProblem(context, error, deps.log)
      : answerNotice(deps, context, error),
  )

  routes.get('/:slug', async (context) => {
    const asked = await readOpenSurvey(deps, context.req.param('slug'))
    const language = languageFor(context, asked.definition.languages)
    const visitor = readVisitor(context.req.query(), asked.definition)
    const answers =
      visitor.score === undefined ? {} : { [mainQuestion(asked.definition).id]: visitor.score }
    const addressIn = addressesOf(context)
    return answerPage(
      OK,
      askPage({ ...newPage(deps, asked, language, visitor), answers, addressIn }),
    )
  })

  routes.put('/:slug/responses/:id', limitBody, async (context) => {
    const asked = await readOpenSurvey(deps, context.req.param('slug'))
    const submission = await readJsonSubmission(context)
    const page = await readPage(deps, asked, context.req.param('id'), submission.token)
    const answers = readAnswers(page.definition, submission.answers ?? {})
    await save(deps, page, answers, submission)
    const state = submission.complete ? 'complete' : 'partial'
    return new Response(JSON.stringify({ id: page.claims.response, state }), {
      headers: JSON_HEADERS,
    })
  })

  routes.post('/:slug', limitBody, async (context) => {
    const asked = await readOpenSurvey(deps, context.req.param('slug'))
    const form = await readForm(context)
    return answerForm(deps, context, asked, form)
  })

  routes.all('/*', () => {
    throw new NotFound('page')
  })
  return routes
}

/** @throws NotFound when it was never published, SurveyClosed when it takes no answers now */
async function readOpenSurvey({ db }: Deps, slug: string): Promise<AskedSurvey> {
  const asked = await readAskedSurvey(db, slug)
  if (asked.state !== 'live') throw new SurveyClosed()
  return asked
}

/** A page that was shown: who it was for, and the version of the survey that was on it. */
type ShownPage = { claims: Claims; definition: SurveyDefinition }

/** @throws TokenRejected, TokenExpired */
async function readPage(
  { db, workspace, now }: Deps,
  asked: AskedSurvey,
  response: string,
  token: string,
): Promise<ShownPage> {
  const claims = readToken(workspace.secret, token, now())
  if (claims.survey !== asked.id || claims.response !== response)
    throw new TokenRejected('This page belongs to another response.')
  const definition =
    claims.version === asked.version
      ? asked.definition
      : await readDefinition(db, asked.id, claims.version)
  return { claims, definition }
}

/** @throws InvalidInput when nothing was answered, Conflict when a newer save is stored already */
async function save(
  { db, config, workspace, now: clock }: Deps,
  { claims, definition }: ShownPage,
  answers: Answers,
  { complete, revision }: Pick<Submission, 'complete' | 'revision'>,
): Promise<void> {
  if (!Object.keys(answers).length)
    throw new InvalidInput([{ field: 'answers', message: 'must answer a question' }])
  const now = clock()
  const { timeZone } = workspace
  const stored = await saveResponse(db, {
    id: claims.response,
    surveyId: claims.survey,
    version: claims.version,
    definition,
    answers,
    complete,
    revision,
    language: claims.language ?? null,
    properties: claims.properties,
    ...(claims.customer && { customer: claims.customer }),
    source: 'link',
    answeredAt: now,
    day: dayOf(now, timeZone),
    now,
    dueAt: now + config.followUpHours * 3_600_000,
  })
  // While this was on its way the days of all answers were counted anew, and this one's missed it.
  if (workspace.timeZone !== timeZone)
    await recountDays(db, { timeZone: workspace.timeZone, since: now, now })
  if (!stored) throw new Conflict('A newer save of this response is stored already.')
}

/** A form answers with the next step, with the thanks, or with itself and what to put right. */
async function answerForm(
  deps: Deps,
  context: Context,
  asked: AskedSurvey,
  form: Form,
): Promise<Response> {
  const one = (name: string) => form.get(name)?.[0]
  const other = one('switch')
  const language = languageFor(context, asked.definition.languages, other, one('lang'))
  let definition = asked.definition
  const filledIn: Omit<AskPage, 'answers' | 'definition'> = {
    company: deps.workspace.name,
    language,
    version: asked.version,
    token: one('token') ?? '',
    response: one('response') ?? '',
    revision: Number(one('revision')) || 1,
    addressIn: null,
  }
  try {
    const page = await readPage(deps, asked, filledIn.response, filledIn.token)
    definition = page.definition
    filledIn.version = page.claims.version
    const said = readAnswers(definition, answersOf(definition, form))
    const answers = onlyShown(definition, said)
    readSubmission({ token: filledIn.token, revision: revisionOf(form) })
    // Forms are sent one after another, and after Back an older page says what was meant last.
    const revision = (await readRevision(deps.db, filledIn.response)) + 1
    const complete = !other && isEverythingAsked(definition, answers, form)
    if (!other || Object.keys(answers).length) {
      await save(deps, page, answers, { complete, revision })
      filledIn.revision = revision + 1
    }
    if (!complete) return answerPage(OK, askPage({ ...filledIn, definition, answers }))
    const band = bandOfAnswers(definition, answers)
    return answerPage(OK, thanksPage({ ...filledIn, definition, band }))
  } catch (error) {
    const told = logged(deps, error)
    const answers = answersOf(definition, form)
    // A page that can't be accepted any more is replaced by a new one with the same answers.
    const renewed =
      told.status === 403 &&
      newPage(deps, asked, language, readVisitor(context.req.query(), definition))
    const problem = problemFor(error, definition, answers, language)
    return answerPage(told, askPage({ ...filledIn, definition, answers, ...renewed, problem }))
  }
}

/** What a form says under the ids of questions; a field that is nothing else counts as one, too. */
function answersOf(definition: SurveyDefinition, form: Form): Record<string, unknown> {
  const unknown = [...form].filter(
    ([name]) => !FORM_FIELDS.includes(name) && !definition.questions.some(({ id }) => id === name),
  )
  const known = answersFromForm(definition, (name) => form.get(name) ?? [])
  return { ...known, ...Object.fromEntries(unknown) }
}

function revisionOf(form: Form): number | undefined {
  const given = form.get('revision')?.[0]
  return given === undefined ? undefined : Number(given)
}

/** After a change of the score, what was said to questions that are no longer asked goes. */
function onlyShown(definition: SurveyDefinition, answers: Answers): Answers {
  const shown = definition.questions.filter((question) => isShown(definition, question, answers))
  return Object.fromEntries(
    Object.entries(answers).filter(([id]) => shown.some((question) => question.id === id)),
  )
}

/** Whether every question that these answers lead to was on the page that was sent. */
function isEverythingAsked(definition: SurveyDefinition, answers: Answers, form: Form): boolean {
  const asked = form.get('asked') ?? []
  return definition.questions.every(
    (question) => asked.includes(question.id) || !isShown(definition, question, answers),
  )
}

/** What went wrong, in the reader's words, and at which question. */
function problemFor(
  error: unknown,
  definition: SurveyDefinition,
  answers: Record<string, unknown>,
  language: string,
): AskPage['problem'] {
  const words = wordsIn(language)
  if (!(error instanceof InvalidInput))
    return { text: problemOf(error).status === 403 ? words.expired : words.failed }
  const { field } = error.errors[0]!
  const main = mainQuestion(definition).id
  if (field === 'answers') return { text: words.pickNumber, question: main }
  const question = definition.questions.find(({ id }) => `${field}.`.startsWith(`answers.${id}.`))
  if (!question) return { text: `${words.check} (${field})` }
  const said = answers[question.id]
  const tooLong = typeof said === 'string' && said.length > LONGEST_COMMENT
  const wrong = tooLong ? counted(language, words.tooLong, LONGEST_COMMENT) : words.check
  return { text: question.id === main ? words.pickNumber : wrong, question: question.id }
}

/** A page as it begins: a response of its own, and a token that says for whom. */
function newPage(
  { workspace, now: clock }: Deps,
  { id, version, definition }: AskedSurvey,
  language: string,
  { customer, properties }: Visitor,
) {
  const now = clock()
  const response = newId(now)
  const token = signToken(workspace.secret, {
    response,
    survey: id,
    version,
    issuedAt: now,
    language,
    properties,
    ...(customer && { customer }),
  })
  return { company: workspace.name, language, definition, version, response, token, revision: 1 }
}

/** The address of the same page in each language, with everything else that its link says. */
function addressesOf(context: Context): (language: string) => string {
  const start = context.req.url.indexOf('?')
  if (start < 0) return (language) => `?lang=${language}`
  const query = new URLSearchParams(context.req.url.slice(start))
  return (language) => {
    query.set('lang', language)
    return `?${query}`
  }
}

/** What there is to say where no question can be shown, in the reader's language. */
function answerNotice(deps: Deps, context: Context, error: unknown): Response {
  const told = logged(deps, error)
  const language = languageFor(context, Object.keys(LOCALES))
  const [title, text] = noticeFor(told.status, wordsIn(language))
  const page = noticePage({ company: deps.workspace.name, language }, title, text)
  return answerPage(told, page)
}

function noticeFor(status: number, words: Words): [title: string, text: string] {
  if (status === 404) return [words.unknownTitle, words.unknown]
  if (status === 410) return [words.closedTitle, words.closed]
  if (status === 413) return [words.tooLargeTitle, words.tooLarge]
  return [words.brokenTitle, words.broken]
}

function logged({ log }: Deps, error: unknown) {
  const problem = problemOf(error)
  logProblem(error, problem, log)
  return problem
}

const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' }

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

const OK = { status: 200 } as const

function answerPage({ status, headers }: Pick<Problem, 'status' | 'headers'>, page: string) {
  return new Response(page, { status, headers: { ...PAGE_HEADERS, ...headers } })
}
