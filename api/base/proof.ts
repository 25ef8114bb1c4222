import { randomInt } from 'node:crypto'
import { createChallenge, verifySolution, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'

export type { Challenge }

/** SHA-256 rounds per try: under a millisecond, or about ten on an old phone. */
const ROUNDS = 2_000
/** Minimum and maximum number of tries for a browser. */
const TRIES = [60, 120] as const

/** Creates the challenge that a browser must solve, once for each response. */
export function challengeFor(secret: string, response: string): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: ROUNDS,
    counter: randomInt(...TRIES),
    deriveKey,
    data: { response },
    ...keysOf(secret),
  })
}

/** Whether this solves a challenge issued for this response. */
export async function isProof(secret: string, response: string, proof: string): Promise<boolean> {
  const { success, data } = payload.safeParse(jsonIn(proof))
  if (!success || data.challenge.parameters.data.response !== response) return false
  const { verified } = await verifySolution({ ...data, deriveKey, ...keysOf(secret) })
  return verified
}

const payload = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.int(),
      keyLength: z.int(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      data: z.object({ response: z.string() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.int(), derivedKey: z.string() }),
})

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const keysOf = (secret: string) => ({
  hmacSignatureSecret: `proof.${secret}`,
  hmacKeySignatureSecret: `proof key.${secret}`,
})
