import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { ResponseErased } from '../../surveys/errors.ts'
import { LOCALES, wordsIn, type Words } from '../../surveys/locales/index.ts'
import type { SurveyDefinition } from '../../surveys/survey.ts'
import { contentSecurityPolicy } from '../../web/respondent/layout.ts'
import { noticePage } from '../../web/respondent/page.ts'
import type { Deps } from '../deps.ts'
import { LinkUsed, logProblem, problemOf, type Problem } from '../problems.ts'
import { languageFor, readSource } from '../visitors.ts'
import { packed, unpacked, type Page } from './packing.ts'

type Notice = [title: string, text?: string]

/**
 * What there is to say where no question can be shown, in the reader's language.
 * @param missing what to say of an address that is not known
 */
export function answerNotice(
  deps: Deps,
  context: Context,
  error: unknown,
  missing: (words: Words) => Notice = ({ unknownTitle, unknown }) => [unknownTitle, unknown],
): Response {
  const told = logged(deps, error)
  const language = languageFor(context, Object.keys(LOCALES))
  const words = wordsIn(language)
  const [title, text] = noticeFor(error, told.status, words, missing)
  const page = noticePage(
    { company: deps.workspace.name, language, via: readSource(context.req.query('via')) },
    title,
    text,
  )
  return answerPage(told, page, undefined, context)
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

/**
 * @param survey what is on the page: the browser takes only its look, and frames only of its sites
 * @param context who asks for it, to get it packed if they can unpack it
 */
export function answerPage(
  { status, headers }: Pick<Problem, 'status' | 'headers'>,
  page: Page,
  survey?: Pick<SurveyDefinition, 'look' | 'sites'>,
  context?: Context,
): Response {
  const policy = { 'content-security-policy': contentSecurityPolicy(survey) }
  const isPacked = context !== undefined && accepts(context, ENCODINGS) === 'gzip'
  return new Response(isPacked ? packed(page) : unpacked(page), {
    status,
    headers: { ...PAGE_HEADERS, ...policy, ...(isPacked && PACKED), ...headers },
  })
}

const ENCODINGS: Parameters<typeof accepts>[1] = {
  header: 'Accept-Encoding',
  supports: ['gzip'],
  default: 'identity',
}
const PACKED = { 'content-encoding': 'gzip' }
