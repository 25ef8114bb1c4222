import { saveResponse } from '../../db/answers.ts'
import { readAskedSurvey, readDefinition, type AskedSurvey } from '../../db/surveys.ts'
import { recountDays } from '../../db/timeZone.ts'
import type { Answers } from '../../surveys/answers.ts'
import { dayOf } from '../../surveys/days.ts'
import { Conflict, InvalidInput, SurveyClosed } from '../../surveys/errors.ts'
import type { SurveyDefinition } from '../../surveys/survey.ts'
import type { Deps } from '../deps.ts'
import { TokenRejected } from '../problems.ts'
import type { Submission } from '../submissions.ts'
import { asideOf } from './suspicion.ts'
import { readToken, type Claims } from '../tokens.ts'

/** @throws NotFound when it was never published, SurveyClosed when it takes no answers now */
export async function readOpenSurvey({ db }: Deps, slug: string): Promise<AskedSurvey> {
  const asked = await readAskedSurvey(db, slug)
  if (asked.state !== 'live') throw new SurveyClosed()
  return asked
}

/** A page that was shown: who it was for, and the version of the survey that was on it. */
export type ShownPage = { claims: Claims; definition: SurveyDefinition }

/** @throws TokenRejected, TokenExpired */
export async function readPage(
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
export async function save(
  { db, config, workspace, now: clock }: Deps,
  page: ShownPage,
  answers: Answers,
  sent: Omit<Submission, 'token' | 'answers'>,
): Promise<void> {
  if (!Object.keys(answers).length)
    throw new InvalidInput([{ field: 'answers', message: 'must answer a question' }])
  const { claims, definition } = page
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
    source: claims.source ?? 'link',
    answeredAt,
    day: dayOf(answeredAt, timeZone),
    now,
    dueAt: now + config.followUpHours * 3_600_000,
  })
  // While this was on its way the days of all answers were counted anew, and this one's missed it.
  if (workspace.timeZone !== timeZone)
    await recountDays(db, { timeZone: workspace.timeZone, since: answeredAt, now })
  if (!stored) throw new Conflict('A newer save of this response is stored already.')
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
