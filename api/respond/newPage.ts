import type { Context } from 'hono'
import { readKept, type KeptResponse } from '../../db/answers.ts'
import { derivedId, newId } from '../../db/ids.ts'
import { DRAFT, readDefinition, type AskedSurvey } from '../../db/surveys.ts'
import type { Answers } from '../../surveys/answers.ts'
import { wordsIn } from '../../surveys/locales/index.ts'
import { ResponseErased } from '../../surveys/errors.ts'
import { mainQuestion } from '../../surveys/survey.ts'
import { PLAIN_START, type AskPage } from '../../web/respondent/page.ts'
import type { Deps } from '../deps.ts'
import { LinkUsed } from '../problems.ts'
import { signToken } from '../tokens.ts'
import type { Visitor } from '../visitors.ts'

/**
 * A page as it begins: a response of its own, and a token that says for whom. A link for one answer
 * has one response, wherever it is opened, and its page goes on where that is.
 * @throws LinkUsed when the one answer is complete, ResponseErased when it was taken back
 */
export function newPage(
  deps: Deps,
  asked: AskedSurvey,
  language: string,
  visitor: Visitor,
  addressStart: AskPage['addressStart'],
): AskPage | Promise<AskPage> {
  const { once } = visitor
  return once === undefined
    ? beginPage(deps, asked, language, visitor, newId(deps.now()), addressStart)
    : pageForOne(once, deps, asked, language, visitor, addressStart)
}

async function pageForOne(
  once: string,
  deps: Deps,
  asked: AskedSurvey,
  language: string,
  visitor: Visitor,
  addressStart: AskPage['addressStart'],
): Promise<AskPage> {
  const response = derivedId(NEVER, 'link', asked.id, once)
  const kept = await readKept(deps.db, response)
  if (!kept) return beginPage(deps, asked, language, visitor, response, addressStart)
  if (kept.state === 'erased') throw new ResponseErased()
  if (isFinal(kept)) throw new LinkUsed()
  const { version } = kept
  const definition = await readDefinition(deps.db, asked.id, version)
  const then = { ...asked, version, definition }
  const page = beginPage(deps, then, language, visitor, response, addressStart)
  // What nobody has confirmed gives way to what the link says now.
  return { ...page, ...(kept.confirmed && { answers: kept.answers }), revision: kept.revision + 1 }
}

/** A page tells by an id how long it may still be sent; this one says nothing of when it was made. */
const NEVER = 2 ** 48 - 1

/** Whether the one answer of a link can't be changed any more. */
export function isFinal({ state }: KeptResponse): boolean {
  return state === 'complete' || state === 'erased'
}

function beginPage(
  { workspace, now: clock }: Deps,
  { id, version, definition }: AskedSurvey,
  language: string,
  { customer, vouched, once, properties, source, trapped, score }: Visitor,
  response: string,
  addressStart: AskPage['addressStart'],
): AskPage {
  const issuedAt = clock()
  const token = signToken(workspace.secret, {
    response,
    survey: id,
    version,
    issuedAt,
    language,
    properties,
    ...(customer && { customer }),
    ...(vouched && { vouched }),
    ...(once !== undefined && { once: true as const }),
    ...(source && { source }),
    ...(trapped && { trapped }),
  })
  const banner = bannerOf(version, language)
  const answers: Answers = score === undefined ? {} : { [mainQuestion(definition).id]: score }
  return {
    company: workspace.name,
    language,
    banner,
    definition,
    version,
    response,
    token,
    answers,
    revision: 1,
    once: once !== undefined,
    addressStart,
    via: source,
  }
}

/** What stands above a page: nothing, unless it is there to try a draft. */
export function bannerOf(version: number, language: string): string | undefined {
  return version === DRAFT ? wordsIn(language).test : undefined
}

/** How the address of the same page in another language begins: with everything else that its link says. */
export function addressStartOf({ req }: Context): string {
  const start = req.url.indexOf('?')
  if (start < 0) return PLAIN_START
  const query = new URLSearchParams(req.url.slice(start))
  query.delete('lang')
  return query.size ? `?${query}&lang=` : PLAIN_START
}
