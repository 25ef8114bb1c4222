import type { Context } from 'hono'
import type { AskedSurvey } from '../../db/surveys.ts'
import type { Deps } from '../deps.ts'
import { linkKeyOf, readSignedLink } from '../links.ts'
import { LinkExpired } from '../problems.ts'
import { readVisitor, type Visitor } from '../visitors.ts'

/**
 * What the link that was opened says, and what of it is signed.
 * @throws LinkExpired
 */
export function readLink(
  { workspace, now }: Pick<Deps, 'workspace' | 'now'>,
  context: Context,
  { id, definition }: AskedSurvey,
): Visitor {
  const { url } = context.req
  if (!url.includes('?')) return { properties: {} }
  const signed = url.includes('sig=')
    ? readSignedLink(linkKeyOf(workspace.secret, id), url)
    : undefined
  if (signed?.until && now() > Number(signed.until) * 1_000) throw new LinkExpired()
  return readVisitor(context.req.query(), definition, signed)
}
