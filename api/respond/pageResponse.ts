import type { Context } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import { ResponseErased } from '../../surveys/errors.ts'
import { LOCALES, wordsIn, type Words } from '../../surveys/locales/index.ts'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import { contentSecurityPolicy } from '../../web/respondent/layout.ts'
import { noticePage } from '../../web/respondent/page.ts'
import type { Deps } from '../base/deps.ts'
import { LinkUsed, logProblem, problemOf, type Problem } from '../base/problems.ts'
import { languageFor, readSource } from '../sharing/visitors.ts'
import { packed, unpacked, type Page } from './packing.ts'

type Notice = [title: string, text?: string]

/**
 * Responds with a message in the reader's language where no question can be shown.
 * @param missing the message for an unknown URL
 */
export function noticeResponse(
  deps: Deps,
  context: Context,
  error: unknown,
  missing: (words: Words) => Notice = ({ unknownTitle, unknown }) => [unknownTitle, unknown],
): Response {
  const problem = logged(deps, error)
  const language = languageFor(context, Object.keys(LOCALES))
  const words = wordsIn(language)
  const [title, text] = noticeFor(error, problem.status, words, missing)
  const page = noticePage(
    { company: deps.workspace.name, language, via: readSource(context.req.query('via')) },
    title,
    text,
  )
  // Doesn't compress for clients that send too many requests.
  return pageResponse(problem, page, undefined, problem.status === 429 ? undefined : context)
}

function noticeFor(
  error: unknown,
  status: number,
  words: Words,
  missing: (words: Words) => Notice,
): Notice {
  if (error instanceof LinkUsed) return [words.usedTitle, words.used]
  if (error instanceof ResponseErased) return [words.withdrawn]
  if (status === 404) return missing(words)
  if (status === 410) return [words.closedTitle, words.closed]
  if (status === 413) return [words.tooLargeTitle, words.tooLarge]
  if (status === 429) return [words.busyTitle, words.busy]
  return [words.brokenTitle, words.broken]
}

export function logged({ log }: Deps, error: unknown) {
  const problem = problemOf(error)
  logProblem(error, problem, log)
  return problem
}

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  vary: 'accept-encoding',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

export const OK = { status: 200 } as const

export type ReportedProblem = Pick<Problem, 'status' | 'headers'>
type OnPage = Pick<SurveyDefinition, 'look' | 'sites'>

/**
 * Responds with a page.
 * @param survey the survey on the page; determines its look and the sites that may frame it
 * @param context the request, to compress the page if the client supports it
 */
export function pageResponse(
  { status, headers }: ReportedProblem,
  page: Page,
  survey: OnPage = NO_SURVEY,
  context?: Context,
): Response {
  const isPacked = context !== undefined && takesGzip(context)
  const usual = headersFor(survey)[isPacked ? 'packed' : 'plain']
  return new Response(isPacked ? packed(page) : unpacked(page), {
    status,
    headers: headers ? { ...usual, ...headers } : usual,
  })
}

const NO_SURVEY: OnPage = {}

function takesGzip({ req }: Context): boolean {
  const accepted = parseAccept(req.header('accept-encoding') ?? '')
  return accepted.some(({ type, q }) => type.toLowerCase() === 'gzip' && q > 0)
}

type PageHeaders = Record<'plain' | 'packed', Record<string, string>>

const headersBySurvey = new WeakMap<OnPage, PageHeaders>()

/** Returns a survey's headers, cached, since thousands of pages a second need them. */
function headersFor(survey: OnPage): PageHeaders {
  let known = headersBySurvey.get(survey)
  if (!known) {
    const plain = { ...PAGE_HEADERS, 'content-security-policy': contentSecurityPolicy(survey) }
    headersBySurvey.set(
      survey,
      (known = { plain, packed: { ...plain, 'content-encoding': 'gzip' } }),
    )
  }
  return known
}
