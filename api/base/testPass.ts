import type { Deps } from './deps.ts'
import { isSame, signatureOf } from './tokens.ts'

type World = Pick<Deps, 'workspace' | 'now'>

/** For how long a test address is good, in milliseconds. */
const LIFE = 7 * 86_400_000

/** What opens the draft behind a survey's address for trying, and is part of no other address. */
export function testPass({ workspace, now }: World, slug: string): string {
  const until = (now() + LIFE).toString(36)
  return `${until}.${signed(workspace.secret, slug, until).toString('base64url')}`
}

/** Whether `pass` was made by `testPass` for this survey within the last week. */
export function isTestPass({ workspace, now }: World, slug: string, pass = ''): boolean {
  const [, until, signature] = /^([0-9a-z]{8,9})\.([\w-]{43})$/.exec(pass) ?? []
  if (!until || !signature || now() > parseInt(until, 36)) return false
  return isSame(Buffer.from(signature, 'base64url'), signed(workspace.secret, slug, until))
}

const signed = (secret: string, slug: string, until: string) =>
  signatureOf(secret, 'test', `${slug}.${until}`)
