import { DRAFT } from '../../db/surveys/surveys.ts'
import { nameAddressGroups } from '../floods/addressGroups.ts'
import type { Deps } from '../base/deps.ts'
import { watchFloods, type Crowd } from '../floods/floods.ts'
import { ProofNeeded } from '../base/problems.ts'
import { wordsIn } from '../../surveys/locales/index.ts'
import type { Claims } from '../base/tokens.ts'
import { challengeFor, isProof } from '../base/proof.ts'
import { knowUsualDays } from '../floods/usualAnswers.ts'
import type { Answers } from '../../surveys/answers.ts'
import { MINUTE } from '../../surveys/durations.ts'
import { watchLinkBursts } from './linkBursts.ts'
import type { ShownPage } from './shownPage.ts'

export type Arrivals = ReturnType<typeof watchArrivals>

/** Watches arriving answers by network, in memory only. */
export function watchArrivals(deps: Deps) {
  const groupOf = nameAddressGroups()
  const burstOf = watchLinkBursts()
  return {
    crowdOf: watchCrowds(deps, groupOf),
    burstOf: (page: ShownPage, answers: Answers, address: string) =>
      burstOf(page, answers, groupOf(address, deps.now()), deps.now()),
  }
}

/**
 * Returns a function that counts and classifies an answer on arrival. Call it once per save. Addresses
 * are from `addressOf`.
 */
function watchCrowds(
  deps: Deps,
  groupOf: ReturnType<typeof nameAddressGroups>,
): (page: ShownPage, address: string, answeredAt?: number) => Crowd {
  if (deps.config.rateLimit === 'off') return () => 'usual'
  const isPartOf = watchFloods(knowUsualDays(deps))
  return ({ claims: { survey, response, source, version, issuedAt } }, address, answeredAt) => {
    if (version === DRAFT) return 'usual'
    const now = deps.now()
    const wasQueued =
      source === 'kiosk' &&
      answeredAt !== undefined &&
      answeredAt >= issuedAt &&
      now - answeredAt > QUEUED
    return isPartOf({ survey, response, group: groupOf(address, now), wasQueued }, now)
  }
}

/** An answer sent this long after it was given was queued offline, in milliseconds. */
const QUEUED = MINUTE

/** Whether an answer now requires a proof of work. */
export function isProofNeeded({ definition }: ShownPage, crowd: Crowd): boolean {
  return crowd !== 'usual' || definition.proof === 'always'
}

/**
 * Checks the proof of work. A browser that can't compute one sends an empty proof; its answer is
 * suspected, not lost.
 * @throws ProofNeeded with the challenge
 */
export async function checkProof(
  { workspace: { secret } }: Deps,
  { response, language = '' }: Claims,
  proof: string | undefined,
): Promise<boolean> {
  if (proof === '') return false
  if (proof === undefined || !(await isProof(secret, response, proof)))
    throw new ProofNeeded(await challengeFor(secret, response), wordsIn(language).checking)
  return true
}
