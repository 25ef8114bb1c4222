// Runs in the browser, fetched only when a proof of work is required.
import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

/** Solves the challenge; empty if the browser has no cryptography, as without HTTPS. */
async function solve(challenge: Challenge): Promise<string> {
  try {
    const solution = await solveChallenge({ challenge, deriveKey })
    return solution ? JSON.stringify({ challenge, solution }) : ''
  } catch {
    return ''
  }
}

Object.assign(globalThis, { ohlasSolve: solve })
