import type { Deps } from './deps.ts'
import { isSame, signatureOf } from './tokens.ts'
import { DAY } from '../../surveys/durations.ts'

type World = Pick<Deps, 'workspace' | 'now'>

/** Lifetime of a test URL, in milliseconds. */
const LIFE = 7 * DAY

/** Creates the secret part of the URL for trying a survey's draft. */
export function testPass({ workspace, now }: World, slug: string): string {
  const until = (now() + LIFE).toString(36)
  return `${until}.${signed(workspace.secret, slug, until).toString('base64url')}`
}

/** Whether `testPass` created this for the survey within the last week. */
export function isTestPass({ workspace, now }: World, slug: string, pass = ''): boolean {
  const [, until, signature] = /^([0-9a-z]{8,9})\.([\w-]{43})$/.exec(pass) ?? []
  if (!until || !signature || now() > parseInt(until, 36)) return false
  return isSame(Buffer.from(signature, 'base64url'), signed(workspace.secret, slug, until))
}

const signed = (secret: string, slug: string, until: string) =>
  signatureOf(secret, 'test', `${slug}.${until}`)
