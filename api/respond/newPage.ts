import type { Context } from 'hono'
import { newId } from '../../db/ids.ts'
import { DRAFT, type AskedSurvey } from '../../db/surveys.ts'
import { wordsIn } from '../../surveys/locales/index.ts'
import type { Deps } from '../deps.ts'
import { signToken } from '../tokens.ts'
import type { Visitor } from '../visitors.ts'

/** A page as it begins: a response of its own, and a token that says for whom. */
export function newPage(
  { workspace, now: clock }: Deps,
  { id, version, definition }: AskedSurvey,
  language: string,
  { customer, properties, source, trapped }: Visitor,
) {
  const now = clock()
  const response = newId(now)
  const token = signToken(workspace.secret, {
    response,
    survey: id,
    version,
    issuedAt: now,
    language,
    properties,
    ...(customer && { customer }),
    ...(source && { source }),
    ...(trapped && { trapped }),
  })
  const banner = bannerOf(version, language)
  return {
    company: workspace.name,
    language,
    banner,
    definition,
    version,
    response,
    token,
    revision: 1,
    framed: source === 'widget',
  }
}

/** What stands above a page: nothing, unless it is there to try a draft. */
export function bannerOf(version: number, language: string): string | undefined {
  return version === DRAFT ? wordsIn(language).test : undefined
}

/** The address of the same page in each language, with everything else that its link says. */
export function addressesOf(context: Context): (language: string) => string {
  const start = context.req.url.indexOf('?')
  if (start < 0) return (language) => `?lang=${language}`
  const query = new URLSearchParams(context.req.url.slice(start))
  return (language) => {
    query.set('lang', language)
    return `?${query}`
  }
}
