// Runs in the browser, fetched only when an answer has to be worked for.
import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

/** The proof as it is sent along; empty where the browser has no cryptography, as without HTTPS. */
async function solve(challenge: Challenge): Promise<string> {
  try {
    const solution = await solveChallenge({ challenge, deriveKey })
    return solution ? JSON.stringify({ challenge, solution }) : ''
  } catch {
    return ''
  }
}

Object.assign(globalThis, { ohlasSolve: solve })
