import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { expect } from 'vitest'

/** Computes the proof for an answer that was rejected for lack of one, as a browser would. */
export async function solved(refused: Response): Promise<string> {
  expect(refused.status).toBe(428)
  const { challenge, meanwhile } = (await refused.json()) as {
    challenge: Challenge
    meanwhile: string
  }
  expect(meanwhile).toContain('no robot is answering')
  const solution = await solveChallenge({ challenge, deriveKey })
  return JSON.stringify({ challenge, solution })
}
