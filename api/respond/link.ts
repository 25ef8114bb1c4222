import type { Context } from 'hono'
import type { LiveSurvey } from '../../db/surveys/surveys.ts'
import type { Deps } from '../base/deps.ts'
import { linkKeyOf, queryOf, readSignedLink } from '../sharing/signedLinks.ts'
import { LinkExpired } from '../base/problems.ts'
import { readVisitor, withoutCustomer, type Visitor } from '../sharing/visitors.ts'

/**
 * Reads the opened link and its signed part.
 * @throws LinkExpired
 */
export function readLink(
  { workspace, now }: Pick<Deps, 'workspace' | 'now'>,
  context: Context,
  { id, definition }: LiveSurvey,
): Visitor {
  const { url } = context.req
  if (!url.includes('?')) return { properties: {} }
  const signed = readSignedLink(linkKeyOf(workspace.secret, id), url)
  if (signed === 'bad')
    return { ...readVisitor(withoutCustomer(queryOf(url)), definition), badSignature: true }
  if (signed?.until && now() > Number(signed.until) * 1_000) throw new LinkExpired()
  return readVisitor({ ...queryOf(url), ...signed }, definition, signed)
}
