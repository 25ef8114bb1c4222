import { isDeepStrictEqual } from 'node:util'
import { readKept, saveResponse } from '../../db/answers.ts'
import type { Db } from '../../db/open.ts'
import { DRAFT, readAskedSurvey, readDefinition, type AskedSurvey } from '../../db/surveys.ts'
import { recountDays } from '../../db/timeZone.ts'
import type { Answers } from '../../surveys/answers.ts'
import { dayOf } from '../../surveys/days.ts'
import {
  InvalidInput,
  NewerSaveStored,
  ResponseErased,
  SurveyClosed,
} from '../../surveys/errors.ts'
import type { SurveyDefinition } from '../../surveys/survey.ts'
import type { Deps } from '../deps.ts'
import { LinkUsed, TokenRejected } from '../problems.ts'
import { basePathOf } from '../origin.ts'
import type { Submission } from '../submissions.ts'
import { goOn } from './atOnce.ts'
import { isFinal } from './newPage.ts'
import { asideOf, type Signs } from './suspicion.ts'
import { feedbackPath, isFor, readToken, type Claims } from '../tokens.ts'

/** @throws NotFound when it was never published, SurveyClosed when it is not asked now */
export function readOpenSurvey({ db }: Deps, slug: string): AskedSurvey | Promise<AskedSurvey> {
  return goOn(readAskedSurvey(db, slug), (asked) => {
    if (asked.state !== 'live') throw new SurveyClosed()
    return asked
  })
}

/**
 * Lets pass what was answered while the survey was asked, however long it was on its way: it may come from
 * a device that had no network.
 * @param told when it was answered, by the customer's device, in milliseconds since 1970
 * @throws SurveyClosed
 */
export function checkOpen(
  { now }: Deps,
  { state, closedAt }: AskedSurvey,
  { claims: { version, issuedAt } }: ShownPage,
  told: number | undefined,
): void {
  if (state === 'live' || version === DRAFT) return
  if (closedAt === null || believed(told, issuedAt, now()) >= closedAt) throw new SurveyClosed()
}

/** A page that was shown: who it was for, and the version of the survey that was on it. */
export type ShownPage = { claims: Readonly<Claims>; definition: SurveyDefinition }

/** @throws TokenRejected, TokenExpired */
export async function readPage(
  { db, workspace, now }: Deps,
  asked: AskedSurvey,
  response: string,
  token: string,
): Promise<ShownPage> {
  const claims = readToken(workspace.secret, token, now())
  if (claims.survey !== asked.id || !isFor(claims, response))
    throw new TokenRejected('This page belongs to another response.')
  const definition =
    claims.version === asked.version
      ? asked.definition
      : await readDefinition(db, asked.id, claims.version)
  const isOwn = claims.response === response
  return { claims: isOwn ? claims : { ...claims, response }, definition }
}

/**
 * Where the customer finds a complete answer again; not told of a test, nor where the next one in line
 * would read it.
 */
export function feedbackFor(
  { config, workspace }: Deps,
  { claims: { response, source, version } }: ShownPage,
): { feedback?: string } {
  if (source === 'kiosk' || version === DRAFT) return {}
  const path = `${basePathOf(config)}${feedbackPath(workspace.secret, response)}`
  return { feedback: source === 'widget' ? `${path}?via=widget` : path }
}

/**
 * @throws InvalidInput when nothing was answered, NewerSaveStored,
 *         LinkUsed when another answer has come by the same link, ResponseErased when the customer took
 *         the response back
 */
export async function save(
  { db, config, workspace, now: clock }: Deps,
  page: ShownPage,
  answers: Answers,
  sent: Signs & Pick<Submission, 'revision' | 'answeredAt'>,
): Promise<void> {
  if (!Object.keys(answers).length)
    throw new InvalidInput([{ field: 'answers', message: 'must answer a question' }])
  const { claims, definition } = page
  if (claims.once && (await isThere(db, claims.response, answers))) return
  const now = clock()
  const { timeZone } = workspace
  const { complete, revision } = sent
  const answeredAt = believed(sent.answeredAt, claims.issuedAt, now)
  const aside = asideOf(page, answers, sent, now)
  const stored = await saveResponse(db, {
    id: claims.response,
    surveyId: claims.survey,
    version: claims.version,
    definition,
    answers,
    complete,
    ...(aside && { aside }),
    revision,
    language: claims.language ?? null,
    properties: claims.properties,
    ...(claims.customer && { customer: claims.customer }),
    ...(claims.vouched && { vouched: true }),
    ...(claims.once && { once: true }),
    source: claims.source ?? 'link',
    answeredAt,
    day: dayOf(answeredAt, timeZone),
    now,
    dueAt: now + config.followUpHours * 3_600_000,
  })
  // While this was on its way the days of all answers were counted anew, and this one's missed it.
  if (workspace.timeZone !== timeZone)
    await recountDays(db, { timeZone: workspace.timeZone, since: answeredAt, now })
  if (!stored && claims.once && (await isThere(db, claims.response, answers))) return
  if (!stored) throw new NewerSaveStored()
}

/**
 * Whether the one answer of a link has arrived already, as this very one that is sent again.
 * @throws LinkUsed when another has, ResponseErased when it was taken back
 */
async function isThere(db: Db, id: string, answers: Answers): Promise<boolean> {
  const kept = await readKept(db, id)
  if (!kept || !isFinal(kept)) return false
  if (kept.state === 'erased') throw new ResponseErased()
  if (!isDeepStrictEqual(kept.answers, answers)) throw new LinkUsed()
  return true
}

/** How far a device's clock may be behind, in milliseconds, and still be believed. */
const TOLERANCE = 10 * 60_000

/**
 * When it was answered: as the device says, if that is after its page was shown and not to come;
 * otherwise its clock is wrong, and it is when the answer arrives.
 */
function believed(told: number | undefined, issuedAt: number, now: number): number {
  if (told === undefined || told > now || told < issuedAt - TOLERANCE) return now
  return Math.max(told, issuedAt)
}
