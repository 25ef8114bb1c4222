import type { Config } from '../config.ts'
import type { Deps } from '../deps.ts'
import { watchFloods } from '../floods.ts'
import { ProofNeeded } from '../problems.ts'
import { wordsIn } from '../../surveys/locales/index.ts'
import type { Claims } from '../tokens.ts'
import { challengeFor, isProof } from '../proof.ts'
import type { AskedSurvey } from '../../db/surveys.ts'

/**
 * Whether answers to a survey have to be worked for now: because it says so, or because it is flooded.
 * To be asked once for each save, which it counts.
 */
export function askForProof({ rateLimit }: Config): (asked: AskedSurvey, now: number) => boolean {
  const isFlooded = rateLimit === 'off' ? () => false : watchFloods()
  return ({ id, definition }, now) => isFlooded(id, now) || definition.proof === 'always'
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
