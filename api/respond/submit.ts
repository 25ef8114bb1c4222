import type { SavedResponse } from '../../db/responses/save.ts'
import { DRAFT } from '../../db/surveys/surveys.ts'
import { recountDays } from '../../db/scores/timeZone.ts'
import type { Answers } from '../../surveys/answers.ts'
import { dayOf } from '../../surveys/days.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { basePathOf } from '../base/origin.ts'
import type { Deps } from '../base/deps.ts'
import { feedbackPath } from '../base/tokens.ts'
import { trustedAnswerTime } from './answeredAt.ts'
import { exclusionOf, reportedState } from './exclusion.ts'
import { checkProof, isProofNeeded, type Arrivals } from './proving.ts'
import type { Stored } from './saveChoice.ts'
import type { ShownPage } from './shownPage.ts'
import { isSigned, store } from './store.ts'
import type { Submission } from './submissions.ts'
import { HOUR } from '../../surveys/durations.ts'

/** One save of a page's response, from JSON or a form. */
export type Submitted = Pick<
  Submission,
  'complete' | 'confirmed' | 'topic' | 'proof' | 'revision' | 'answeredAt'
> & { answers: Answers }

/** The result of a save. */
export type Receipt = {
  state: ReturnType<typeof reportedState>
  /** The feedback URL of a complete response. */
  feedback?: string
}

/**
 * Stores a submission.
 * @param address the client's, from `addressOf`
 * @throws InvalidInput if nothing was answered
 * @throws ProofNeeded
 * @throws NewerSaveStored
 * @throws LinkUsed if another answer has come by the same link
 * @throws ResponseErased
 */
export async function submit(
  deps: Deps,
  arrivals: Arrivals,
  page: ShownPage,
  sent: Submitted,
  address: string,
): Promise<Receipt> {
  const { answers, confirmed } = sent
  if (!Object.keys(answers).length)
    throw new InvalidInput([{ field: 'answers', message: 'must answer a question' }])
  const crowd = arrivals.crowdOf(page, address, sent.answeredAt)
  const proven = isProofNeeded(page, crowd)
    ? await checkProof(deps, page.claims, sent.proof)
    : undefined
  const burst = confirmed ? arrivals.burstOf(page, answers, address) : undefined
  const signs = { crowd, proven, inBurst: burst?.isPrograms === true }
  const exclusion = exclusionOf(page, sent, signs, deps.now())
  const saved: SavedResponse = { ...responseOf(deps, page, sent), ...(exclusion && { exclusion }) }
  const { timeZone } = deps.workspace
  const stored = await store(deps, page, saved, confirmed)
  // The time zone has changed meanwhile, and its recount missed this answer.
  if (deps.workspace.timeZone !== timeZone)
    await recountDays(deps.db, {
      timeZone: deps.workspace.timeZone,
      since: saved.answeredAt,
      now: saved.now,
    })
  await burst?.takeBack(deps)
  const state = reportedState(saved)
  return { state, ...(state === 'complete' && feedbackFor(deps, page, stored)) }
}

function responseOf(
  { config, workspace, now: clock }: Deps,
  { claims, definition }: ShownPage,
  { answers, complete, revision, answeredAt: reported }: Submitted,
): SavedResponse {
  const now = clock()
  const answeredAt = trustedAnswerTime(reported, claims.issuedAt, now)
  return {
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
    ...(claims.personal && { personal: claims.personal }),
    ...(claims.unusable && { unusable: claims.unusable }),
    ...(claims.customerVerified && { customerVerified: true }),
    ...(claims.badSignature && { badSignature: true }),
    source: claims.source ?? 'link',
    answeredAt,
    day: dayOf(answeredAt, workspace.timeZone),
    now,
    dueAt: now + config.followUpHours * HOUR,
  }
}

/**
 * Returns the feedback URL. Withheld for tests, on kiosks, where the next person would read it, and for
 * an unsigned link whose answer joined another's.
 */
function feedbackFor(
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
