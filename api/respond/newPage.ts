import { isDeepStrictEqual } from 'node:util'
import type { Context } from 'hono'
import { readStored } from '../../db/responses/save.ts'
import { identityOf } from '../../db/customers/customers.ts'
import { readChoices, readFirstOpening } from '../../db/responses/mailChoices.ts'
import type { Db } from '../../db/statements.ts'
import { derivedId, newId } from '../../db/ids.ts'
import { DRAFT, readDefinition, type LiveSurvey } from '../../db/surveys/surveys.ts'
import type { Answers } from '../../surveys/answers.ts'
import { wordsIn } from '../../surveys/locales/index.ts'
import { ResponseErased } from '../../surveys/errors.ts'
import { mainQuestion } from '../../surveys/definition.ts'
import { PLAIN_START, type AskPage } from '../../web/respondent/page.ts'
import type { Deps } from '../base/deps.ts'
import { LinkUsed } from '../base/problems.ts'
import { isFinal, nextRevision } from './saveChoice.ts'
import { signToken } from '../base/tokens.ts'
import type { Visitor } from '../sharing/visitors.ts'

/**
 * A page as it begins: a response of its own, and a token that says for whom. The links of one mail have
 * one response, wherever they are opened; where a link is for one answer, its page goes on where that is.
 * @throws LinkUsed when the one answer is complete, ResponseErased when it was taken back
 */
export async function newPage(
  deps: Deps,
  asked: LiveSurvey,
  language: string,
  visitor: Visitor,
  addressStart: AskPage['addressStart'],
): Promise<AskPage> {
  const { once, set, customer } = visitor
  // Where nobody is named, the mails of many may say the same.
  const isNamed = customer?.externalId !== undefined || customer?.email !== undefined
  return once !== undefined || set?.signed || (set && isNamed)
    ? pageOfSet(deps, asked, language, visitor, addressStart)
    : beginPage(deps, asked, language, visitor, newId(deps.now()), addressStart)
}

async function pageOfSet(
  deps: Deps,
  asked: LiveSurvey,
  language: string,
  visitor: Visitor,
  addressStart: AskPage['addressStart'],
): Promise<AskPage> {
  const response = await responseOfSet(deps, asked.id, visitor)
  const kept = await readStored(deps.db, response)
  const begin = (survey: LiveSurvey) =>
    beginPage(deps, survey, language, visitor, response, addressStart, newId(deps.now()))
  if (!kept) return begin(asked)
  if (kept.state === 'erased') throw new ResponseErased()
  if (visitor.once !== undefined && (await isFinal(deps, response, kept))) throw new LinkUsed()
  // Anyone can write an unsigned link, and is not told what its customer said.
  if (!kept.confirmed || visitor.set?.signed === false) return begin(asked)
  if (visitor.score !== undefined && (visitor.once === undefined || kept.state === 'complete'))
    return begin(asked)
  const { version } = kept
  const definition = await readDefinition(deps.db, asked.id, version)
  // What a person confirmed stays, whatever the link says. A link without a score goes on with the page that
  // it came by; another score's link is a choice of its own.
  const choices = await readChoices(deps.db, response)
  const choice =
    visitor.score === undefined
      ? choices.find(({ answers }) => isDeepStrictEqual(answers, kept.answers))
      : undefined
  const goesOn = { ...visitor, score: visitor.score ?? choice?.linkScore ?? undefined }
  const survey = { ...asked, version, definition }
  const page = choice?.page ?? newId(deps.now())
  return {
    ...beginPage(deps, survey, language, goesOn, response, addressStart, page),
    answers: kept.answers,
    revision: nextRevision(choices),
  }
}

/** The response that all links of a mail have, wherever and whenever they are opened. */
async function responseOfSet(
  { db, now }: Deps,
  survey: string,
  { once, set, customer, properties, customerVerified }: Visitor,
): Promise<string> {
  if (once !== undefined) return derivedId(NEVER, 'link', survey, once)
  const mail = [survey, set!.id, ...identityOf(customer)]
  if (set!.signed) return derivedId(NEVER, 'set', ...mail)
  const byName = ([one]: [string, string], [other]: [string, string]) => (one < other ? -1 : 1)
  const said = JSON.stringify([
    customerVerified === true,
    Object.entries(properties).toSorted(byName),
  ])
  return openSetAt(db, now(), (week) => derivedId(NEVER, 'open set', ...mail, said, `${week}`))
}

/** A page tells by an id how long it may still be sent; this one says nothing of when it was made. */
const NEVER = 2 ** 48 - 1

const WEEK = 7 * 86_400_000

/**
 * The response of an unsigned set: the one of its first page that was opened within a week and sent. A set
 * that is the same in every mail thus doesn't overwrite what its customer said long ago.
 */
async function openSetAt(db: Db, now: number, idIn: (week: number) => string): Promise<string> {
  const week = Math.floor(now / WEEK)
  const before = idIn(week - 1)
  const opened = await readFirstOpening(db, before)
  return opened !== undefined && now - opened <= WEEK ? before : idIn(week)
}

function beginPage(
  { workspace, now: clock }: Deps,
  { id, version, definition }: LiveSurvey,
  language: string,
  {
    customer,
    personal,
    unusable,
    customerVerified,
    once,
    set,
    properties,
    source,
    trapped,
    score,
    badSignature,
  }: Visitor,
  response: string,
  addressStart: AskPage['addressStart'],
  page?: string,
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
    ...(personal && { personal }),
    ...(unusable && { unusable }),
    ...(customerVerified && { customerVerified }),
    ...(once !== undefined && { once: true as const }),
    ...(page !== undefined && { page }),
    ...(page !== undefined && once === undefined && !set?.signed && { openSet: true as const }),
    ...(score !== undefined && { linkScore: score }),
    ...(source && { source }),
    ...(trapped && { trapped }),
    ...(badSignature && { badSignature }),
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

/**
 * How the address of the same page in another language begins: with all else that its link says, byte for
 * byte, as a signature is good for nothing else. Of several languages the last is meant.
 */
export function addressStartOf({ req }: Context): string {
  const start = req.url.indexOf('?')
  if (start < 0) return PLAIN_START
  const lines = req.url.slice(start + 1).split('&')
  const end = lines.findLastIndex((line) => /^(amp;)?sig=/.test(line))
  const kept = lines.filter((line, at) => line && (at < end || !/^(amp;)?lang=/.test(line)))
  return kept.length ? `?${kept.join('&')}&lang=` : PLAIN_START
}
