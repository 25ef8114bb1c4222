import { stateOf, type Exclusion, type SavedResponse } from '../../db/responses/save.ts'
import type { SpamReason } from '../../db/schema/index.ts'
import { DRAFT } from '../../db/surveys/surveys.ts'
import type { Answers } from '../../surveys/answers.ts'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import type { Crowd } from '../floods/floods.ts'
import type { ShownPage } from './shownPage.ts'
import type { Submitted } from './submit.ts'

/** People need longer than this to read a question, write text and send it, in milliseconds. */
const FASTEST = 1_000

/** Further signs of who sends a save; `proven` only if a proof was required. */
export type Signs = {
  proven: boolean | undefined
  crowd: Crowd
  /** It came through a score link as one of a burst. */
  inBurst: boolean
}

/** Decides what keeps a save from counting: signs of a robot, or no human act. */
export function exclusionOf(
  { claims, definition }: ShownPage,
  { answers, complete, confirmed, topic }: Submitted,
  { proven, crowd, inBurst }: Signs,
  now: number,
): Exclusion | undefined {
  if (claims.version === DRAFT) return { state: 'test' }
  const spamReason: SpamReason | undefined = claims.trapped
    ? 'hidden'
    : topic
      ? 'honeypot'
      : complete && now - claims.issuedAt < FASTEST && hasWords(definition, answers)
        ? 'fast'
        : crowd === 'overrun' || (crowd === 'flood' && !proven)
          ? 'flood'
          : proven === false
            ? 'proof'
            : inBurst
              ? 'links'
              : undefined
  if (spamReason) return { state: 'suspected', spamReason, unconfirmed: !confirmed }
  return confirmed ? undefined : { state: 'unconfirmed' }
}

/**
 * Returns the state reported to the page. It doesn't reveal suspicion, from which robots could learn.
 */
export function reportedState({ complete, exclusion }: SavedResponse) {
  if (exclusion?.state !== 'suspected') return stateOf({ complete, exclusion })
  return exclusion.unconfirmed ? 'unconfirmed' : stateOf({ complete })
}

export function hasWords({ questions }: SurveyDefinition, answers: Answers): boolean {
  return questions.some(({ kind, id }) => kind === 'text' && answers[id] !== undefined)
}
