import { DRAFT, readDefinition, type LiveSurvey } from '../../db/surveys/surveys.ts'
import { SurveyClosed } from '../../surveys/errors.ts'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import type { Deps } from '../base/deps.ts'
import { TokenRejected } from '../base/problems.ts'
import { isFor, readToken, type Claims } from '../base/tokens.ts'
import { trustedAnswerTime } from './answeredAt.ts'

/** A page that was shown: its claims, and the survey's version on it. */
export type ShownPage = { claims: Readonly<Claims>; definition: SurveyDefinition }

/** What a page reports about itself when it sends a response. */
export type PageOrigin = {
  response: string
  token: string
  /** When it was answered, by the customer's device, in milliseconds since 1970. */
  answeredAt?: number | undefined
}

/**
 * Validates a page's token, and that its survey takes answers, or did when it was answered offline.
 * @throws TokenRejected
 * @throws TokenExpired
 * @throws SurveyClosed
 */
export async function readPage(
  deps: Deps,
  survey: LiveSurvey,
  { response, token, answeredAt }: PageOrigin,
): Promise<ShownPage> {
  const claims = readToken(deps.workspace.secret, token, deps.now())
  if (claims.survey !== survey.id || !isFor(claims, response))
    throw new TokenRejected('This page belongs to another response.')
  const definition =
    claims.version === survey.version
      ? survey.definition
      : await readDefinition(deps.db, survey.id, claims.version)
  const isOwn = claims.response === response
  const page = { claims: isOwn ? claims : { ...claims, response }, definition }
  checkOpen(deps, survey, page, answeredAt)
  return page
}

function checkOpen(
  { now }: Deps,
  { state, closedAt }: LiveSurvey,
  { claims: { version, issuedAt } }: ShownPage,
  answeredAt: number | undefined,
): void {
  if (state === 'live' || version === DRAFT) return
  if (closedAt === null || trustedAnswerTime(answeredAt, issuedAt, now()) >= closedAt)
    throw new SurveyClosed()
}
