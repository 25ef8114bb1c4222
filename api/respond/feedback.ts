import { isDeepStrictEqual } from 'node:util'
import type { Context } from 'hono'
import { MOST_ADDITIONS } from '../../db/responses/additions.ts'
import { readStored } from '../../db/responses/save.ts'
import { isVerified } from '../../db/customers/customers.ts'
import { readChoices } from '../../db/responses/mailChoices.ts'
import type { Db } from '../../db/statements.ts'
import { readInAnyState, type ResponseRow } from '../../db/responses/list.ts'
import type { FollowUpState } from '../../db/schema/index.ts'
import { readDefinition } from '../../db/surveys/surveys.ts'
import { LONGEST_COMMENT } from '../../surveys/limits.ts'
import { NotFound, ResponseErased } from '../../surveys/errors.ts'
import { LOCALES, counted, wordsIn } from '../../surveys/locales/index.ts'
import { isScored, type SurveyDefinition } from '../../surveys/definition.ts'
import { filled } from '../../web/respondent/questioner.ts'
import {
  feedbackPage,
  withdrawalPage,
  type FeedbackPage,
  type CaseStatus,
} from '../../web/respondent/feedbackPage.ts'
import { nameOfValue } from '../../web/respondent/fields/scales.ts'
import { noticePage } from '../../web/respondent/page.ts'
import type { Deps } from '../base/deps.ts'
import { basePathOf } from '../base/origin.ts'
import { toAnswers } from '../responses/serialize.ts'
import { feedbackPath, readFeedbackToken } from '../base/tokens.ts'
import { languageFor } from '../sharing/visitors.ts'
import { OK, pageResponse } from './pageResponse.ts'

/**
 * Reads the response of a feedback URL.
 * @throws NotFound for a forged URL, ResponseErased once it was withdrawn
 */
export async function readFeedback(deps: Deps, token: string): Promise<ResponseRow> {
  const row = await readEvenErased(deps, token)
  if (row.state === 'erased') throw new ResponseErased()
  return row
}

/** @throws NotFound for a forged URL, or if another unsigned link has changed the response since */
export async function readEvenErased({ db, workspace }: Deps, token: string) {
  const id = readFeedbackToken(workspace.secret, token)
  if (id === undefined) throw new NotFound('response')
  const row = await readInAnyState(db, id)
  if (row.state === 'staged' || !(await isTheirs(db, row))) throw new NotFound('response')
  return row
}

/**
 * Whether the response still has the answers of the page that got the URL; anyone can write an unsigned
 * link.
 */
async function isTheirs(db: Db, { id, customerVerified }: ResponseRow): Promise<boolean> {
  if (customerVerified) return true
  const choices = await readChoices(db, id)
  if (choices.length < 2 || choices.every(({ signed }) => signed)) return true
  const stored = await readStored(db, id)
  const own = choices.find(({ isFirst }) => isFirst)
  return own !== undefined && isDeepStrictEqual(own.answers, stored?.answers)
}

/**
 * Shows a response to its customer: answers and status but nothing internal, or that it was erased.
 * @param refused text that could not be added
 */
export async function feedbackResponse(
  deps: Deps,
  context: Context,
  row: ResponseRow,
  refused?: string,
): Promise<Response> {
  const definition = await readDefinition(deps.db, row.surveyId, row.version)
  const questioner = { ...questionerOf(deps, context, row), look: definition.look }
  const { language } = questioner
  if (row.state === 'erased')
    return pageResponse(
      GONE,
      noticePage(questioner, wordsIn(language).withdrawn),
      definition,
      context,
    )
  const dates = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeZone: deps.workspace.timeZone,
  })
  const page = feedbackPage({
    ...questioner,
    on: dates.format(row.answeredAt),
    status: row.followUpState ? CASE_STATUSES[row.followUpState] : 'received',
    answers: toAnswers(definition, { ...row, language }).map(({ question, ask, value, text }) => ({
      ask: filled(ask, questioner),
      text: text ?? chosen(definition, language, question, value),
    })),
    additions: row.additions.map(({ at, text }) => ({ on: dates.format(at), text })),
    mayAdd: hasRoom(row),
    added: context.req.query('added') !== undefined,
    hasOptedOut: isKnown(row) ? hasOptedOut(row) : null,
    ...(refused !== undefined && { draft: draftOf(refused, language) }),
  })
  return pageResponse(refused === undefined ? OK : REFUSED, page, definition, context)
}

/** Describes a score as it was displayed: a number, stars or a face. */
function chosen(
  { questions }: SurveyDefinition,
  language: string,
  id: string,
  value: number | null,
): string {
  const question = questions.find((each) => each.id === id)
  const isOnScale = question && (isScored(question) || question.kind === 'scale')
  return isOnScale && value !== null ? nameOfValue(language, question, value) : ''
}

/** Asks the customer to confirm the withdrawal. */
export async function withdrawalResponse(deps: Deps, context: Context, row: ResponseRow) {
  const definition = await readDefinition(deps.db, row.surveyId, row.version)
  const { look } = definition
  const page = withdrawalPage({ ...questionerOf(deps, context, row), look })
  return pageResponse(OK, page, definition, context)
}

/** Redirects to the page in the same language after an action. */
export function backToFeedback(deps: Deps, context: Context, row: ResponseRow, done?: 'added') {
  const { path, language, via } = questionerOf(deps, context, row)
  const query = queryOf({ lang: language, via })
  const location = `${path}${query}${done ? `&${done}` : ''}`
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  })
}

export function hasRoom({ additions }: ResponseRow): boolean {
  return additions.length < MOST_ADDITIONS
}

/** Whether the company can recognise this customer again; a name alone is not enough. */
export function isKnown(row: ResponseRow): row is ResponseRow & { customerId: string } {
  return row.customerId !== null && (row.customerEmail ?? row.customerExternalId) !== null
}

/** Whether the customer opted out. An unverified opt-out is shown on this page only. */
function hasOptedOut(row: ResponseRow): boolean {
  return (isVerified(row) ? row.customerOptedOutAt : row.optOutAskedAt) !== null
}

const CASE_STATUSES: Record<FollowUpState, CaseStatus> = {
  new: 'open',
  contacted: 'contacted',
  resolved: 'resolved',
  dismissed: 'closed',
}

const REFUSED = { status: 400 } as const
const GONE = { status: 410 } as const

function draftOf(text: string, language: string): FeedbackPage['draft'] {
  const { tooLong, check } = wordsIn(language)
  const isTooLong = text.trim().length > LONGEST_COMMENT
  return {
    text: text.replaceAll('\0', ''),
    problem: isTooLong ? counted(language, tooLong, LONGEST_COMMENT) : check,
  }
}

function questionerOf({ config, workspace }: Deps, context: Context, row: ResponseRow) {
  const lang = context.req.query('lang')
  const via = context.req.query('via') === 'widget' ? ('widget' as const) : undefined
  return {
    company: workspace.name,
    language: languageFor(context, Object.keys(LOCALES), lang, row.language ?? undefined),
    via,
    path: `${basePathOf(config)}${feedbackPath(workspace.secret, row.id)}`,
    query: queryOf({ lang, via }),
  }
}

function queryOf({ lang, via }: Record<'lang' | 'via', string | undefined>): string {
  const query = new URLSearchParams({
    ...(lang !== undefined && { lang }),
    ...(via && { via }),
  })
  return query.size ? `?${query}` : ''
}
