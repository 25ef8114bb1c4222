import { randomBytes } from 'node:crypto'
import { countPeople } from '../../db/people/people.ts'
import type { Db } from '../../db/statements.ts'
import { isSame } from '../base/tokens.ts'

/** Creates the first admin, once, for the holder of the token printed at startup. */
export type Setup = {
  /** The one-time token; null if somebody already has an account. */
  token: string | null
  isOpen(token: string): Promise<boolean>
  /** Whether nobody has an account yet. */
  isNeeded(): Promise<boolean>
  /** Uses the token; returns false if it is wrong or was already used. */
  claim(token: string): Promise<boolean>
}

export async function createSetup(db: Db): Promise<Setup> {
  const empty = (await countPeople(db)) === 0
  const setup: Setup = {
    token: empty ? randomBytes(24).toString('base64url') : null,
    isOpen: async (token) => matches(setup.token, token) && (await setup.isNeeded()),
    isNeeded: async () => (await countPeople(db)) === 0,
    claim: async (token) => {
      if (!(await setup.isOpen(token)) || !matches(setup.token, token)) return false
      setup.token = null
      return true
    },
  }
  return setup
}

function matches(expected: string | null, actual: string): boolean {
  return expected !== null && isSame(Buffer.from(actual), Buffer.from(expected))
}
