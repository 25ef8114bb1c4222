import { readStored, saveResponse, type SavedResponse } from '../../db/responses/save.ts'
import type { UnnamedMail } from '../../db/responses/mailChoices.ts'
import { DRAFT, readLiveSurvey, readDefinition, type LiveSurvey } from '../../db/surveys/surveys.ts'
import { recountDays } from '../../db/scores/timeZone.ts'
import type { Answers } from '../../surveys/answers.ts'
import { dayOf } from '../../surveys/days.ts'
import { InvalidInput, NewerSaveStored, SurveyClosed } from '../../surveys/errors.ts'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import type { Deps } from '../base/deps.ts'
import { LinkUsed, TokenRejected } from '../base/problems.ts'
import { basePathOf } from '../base/origin.ts'
import type { Submission } from './submissions.ts'
import { isFinal, saveChoice, type Stored } from './saveChoice.ts'
import { exclusionOf, type Signs } from './exclusion.ts'
import { feedbackPath, isFor, readToken, type Claims } from '../base/tokens.ts'

/** @throws NotFound when it was never published, SurveyClosed when it is not asked now */
export async function readOpenSurvey({ db }: Deps, slug: string): Promise<LiveSurvey> {
  const asked = await readLiveSurvey(db, slug)
  if (asked.state !== 'live') throw new SurveyClosed()
  return asked
}

/**
 * Lets pass what was answered while the survey was asked, however long it was on its way: it may come from
 * a device that had no network.
 * @param told when it was answered, by the customer's device, in milliseconds since 1970
 * @throws SurveyClosed
 */
export function checkOpen(
  { now }: Deps,
  { state, closedAt }: LiveSurvey,
  { claims: { version, issuedAt } }: ShownPage,
  told: number | undefined,
): void {
  if (state === 'live' || version === DRAFT) return
  if (closedAt === null || trustedAnswerTime(told, issuedAt, now()) >= closedAt)
    throw new SurveyClosed()
}

/** A page that was shown: who it was for, and the version of the survey that was on it. */
export type ShownPage = { claims: Readonly<Claims>; definition: SurveyDefinition }

/** @throws TokenRejected, TokenExpired */
export async function readPage(
  { db, workspace, now }: Deps,
  asked: LiveSurvey,
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
 * would read it, nor by an unsigned link whose answer joined another's.
 */
export function feedbackFor(
  { config, workspace }: Deps,
  { claims }: ShownPage,
  { id, joined }: Stored,
): { feedback?: string } {
  const { source, version } = claims
  if (source === 'kiosk' || version === DRAFT) return {}
  if (joined && !isSigned(claims)) return {}
  const path = `${basePathOf(config)}${feedbackPath(workspace.secret, id)}`
  return { feedback: source === 'widget' ? `${path}?via=widget` : path }
}

/** Whether nobody but the company can have written the page's link, as far as it says whose it is. */
function isSigned({ customerVerified, page, openSet }: Readonly<Claims>): boolean {
  return customerVerified === true || (page !== undefined && !openSet)
}

/**
 * @returns where it is stored: in the page's own response, or in that of its mail
 * @throws InvalidInput when nothing was answered, NewerSaveStored,
 *         LinkUsed when another answer has come by the same link, ResponseErased when the customer took
 *         the response back
 */
export async function save(
  deps: Deps,
  page: ShownPage,
  answers: Answers,
  sent: Signs & Pick<Submission, 'revision' | 'answeredAt'>,
): Promise<Stored> {
  if (!Object.keys(answers).length)
    throw new InvalidInput([{ field: 'answers', message: 'must answer a question' }])
  const { db, config, workspace } = deps
  const { claims, definition } = page
  const now = deps.now()
  const { timeZone } = workspace
  const { complete, revision } = sent
  const answeredAt = trustedAnswerTime(sent.answeredAt, claims.issuedAt, now)
  const exclusion = exclusionOf(page, answers, sent, now)
  const saved: SavedResponse = {
    id: claims.response,
    surveyId: claims.survey,
    version: claims.version,
    definition,
    answers,
    complete,
    ...(exclusion && { exclusion }),
    revision,
    language: claims.language ?? null,
    properties: claims.properties,
    ...(claims.customer && { customer: claims.customer }),
    ...(claims.personal && { personal: claims.personal }),
    ...(claims.unusable && { unusable: claims.unusable }),
    ...(claims.customerVerified && { customerVerified: true }),
    ...(claims.badSignature && { badSignature: true }),
    source: claims.source ?? 'link',
    answeredAt,
    day: dayOf(answeredAt, timeZone),
    now,
    dueAt: now + config.followUpHours * 3_600_000,
  }
  const stored = await store(deps, page, saved, sent.confirmed)
  // While this was on its way the days of all answers were counted anew, and this one's missed it.
  if (workspace.timeZone !== timeZone)
    await recountDays(db, { timeZone: workspace.timeZone, since: answeredAt, now })
  return stored
}

async function store(
  deps: Deps,
  { claims }: ShownPage,
  saved: SavedResponse,
  confirmed: boolean,
): Promise<Stored> {
  const { page, linkScore, once, issuedAt, version } = claims
  const { exclusion, answers, complete, answeredAt, revision } = saved
  const mail = unnamedMailOf(claims)
  if (!confirmed || (page === undefined && !once && !mail)) {
    if (await saveResponse(deps.db, saved)) return { id: saved.id, joined: false }
    const kept = once ? await readStored(deps.db, saved.id) : undefined
    if (kept && (await isFinal(deps, saved.id, kept))) throw new LinkUsed()
    throw new NewerSaveStored()
  }
  const choice = {
    page: page ?? mail?.page ?? String(issuedAt),
    pageRevision: revision,
    version,
    linkScore: linkScore ?? null,
    openedAt: issuedAt,
    at: saved.now,
    answeredAt,
    complete,
    spamReason: exclusion && 'spamReason' in exclusion ? exclusion.spamReason : null,
    answers,
    signed: isSigned(claims),
  }
  return saveChoice(deps, { saved, choice, once: once === true, ...(mail && { mail }) })
}

/** The mail of a score link that names a customer and no set. */
function unnamedMailOf(claims: Readonly<Claims>): UnnamedMail | undefined {
  const { survey, response, customer, properties, linkScore, page, once, issuedAt } = claims
  if (linkScore === undefined || page !== undefined || once || claims.source) return undefined
  if (customer?.externalId === undefined && customer?.email === undefined) return undefined
  return {
    surveyId: survey,
    customer,
    customerVerified: claims.customerVerified === true,
    properties,
    page: response,
    openedAt: issuedAt,
  }
}

/** How far a device's clock may be behind, in milliseconds, and still be trustedAnswerTime. */
const TOLERANCE = 10 * 60_000

/**
 * When it was answered: as the device says, if that is after its page was shown and not to come;
 * otherwise its clock is wrong, and it is when the answer arrives.
 */
function trustedAnswerTime(told: number | undefined, issuedAt: number, now: number): number {
  if (told === undefined || told > now || told < issuedAt - TOLERANCE) return now
  return Math.max(told, issuedAt)
}
