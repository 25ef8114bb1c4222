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
import { watchLinkBursts } from './linkBursts.ts'
import type { ShownPage } from './shownPage.ts'

export type Arrivals = ReturnType<typeof watchArrivals>

/** Watches what arrives, by the networks that it comes from, which are known in memory alone. */
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
 * Says what an answer is part of as it arrives, and counts it. To be asked once for each save.
 * Addresses are as `addressOf` gives them.
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

/** What is sent so many milliseconds after it was answered had waited for the network. */
const QUEUED = 60_000

/** Whether an answer to a survey has to be worked for now. */
export function isProofNeeded({ definition }: ShownPage, crowd: Crowd): boolean {
  return crowd !== 'usual' || definition.proof === 'always'
}

/**
 * Whether the work was done. A browser that can't do it says so with an empty proof, and its answer is
 * kept apart rather than lost.
 * @throws ProofNeeded with what has to be solved
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
