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
import { DAY } from '../../surveys/durations.ts'

/**
 * Creates a page with its own response and a token for it. All links of one email share one response; a
 * single-use link resumes its response.
 * @throws LinkUsed if that is complete
 * @throws ResponseErased if it was withdrawn
 */
export async function newPage(
  deps: Deps,
  survey: LiveSurvey,
  language: string,
  visitor: Visitor,
  addressStart: AskPage['addressStart'],
): Promise<AskPage> {
  const { once, set, customer } = visitor
  // Without a customer, emails to many people may have the same set.
  const isNamed = customer?.externalId !== undefined || customer?.email !== undefined
  return once !== undefined || set?.signed || (set && isNamed)
    ? pageOfSet(deps, survey, language, visitor, addressStart)
    : beginPage(deps, survey, language, visitor, newId(deps.now()), addressStart)
}

async function pageOfSet(
  deps: Deps,
  survey: LiveSurvey,
  language: string,
  visitor: Visitor,
  addressStart: AskPage['addressStart'],
): Promise<AskPage> {
  const response = await responseOfSet(deps, survey.id, visitor)
  const stored = await readStored(deps.db, response)
  const begin = (survey: LiveSurvey) =>
    beginPage(deps, survey, language, visitor, response, addressStart, newId(deps.now()))
  if (!stored) return begin(survey)
  if (stored.state === 'erased') throw new ResponseErased()
  if (visitor.once !== undefined && (await isFinal(deps, response, stored))) throw new LinkUsed()
  // Anyone can write an unsigned link, so it doesn't show what the customer answered.
  if (!stored.confirmed || visitor.set?.signed === false) return begin(survey)
  if (visitor.score !== undefined && (visitor.once === undefined || stored.state === 'complete'))
    return begin(survey)
  const { version } = stored
  const definition = await readDefinition(deps.db, survey.id, version)
  // A confirmed score stays, whatever the link contains. A link without a score resumes its page; a
  // link with another score is a separate choice.
  const choices = await readChoices(deps.db, response)
  const choice =
    visitor.score === undefined
      ? choices.find(({ answers }) => isDeepStrictEqual(answers, stored.answers))
      : undefined
  const resumedVisitor = { ...visitor, score: visitor.score ?? choice?.linkScore ?? undefined }
  const resumed = { ...survey, version, definition }
  const page = choice?.page ?? newId(deps.now())
  return {
    ...beginPage(deps, resumed, language, resumedVisitor, response, addressStart, page),
    answers: stored.answers,
    revision: nextRevision(choices),
  }
}

/** Returns the id of the response shared by all links of an email. */
async function responseOfSet(
  { db, now }: Deps,
  survey: string,
  { once, set, customer, properties, customerVerified }: Visitor,
): Promise<string> {
  if (once !== undefined) return derivedId(NEVER, 'link', survey, once)
  const mail = [survey, set!.id, ...identityOf(customer)]
  if (set!.signed) return derivedId(NEVER, 'set', ...mail)
  const byName = ([one]: [string, string], [other]: [string, string]) => (one < other ? -1 : 1)
  const linkDetails = JSON.stringify([
    customerVerified === true,
    Object.entries(properties).toSorted(byName),
  ])
  return openSetAt(db, now(), (week) =>
    derivedId(NEVER, 'open set', ...mail, linkDetails, `${week}`),
  )
}

/** The time part of ids that are derived from a link and so don't depend on when it is opened. */
const NEVER = 2 ** 48 - 1

const WEEK = 7 * DAY

/**
 * Finds the response of an unsigned set: that of its first page opened within a week and sent. So a set
 * that is the same in every email doesn't overwrite older answers.
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

/** Returns a test page's banner; undefined for other pages. */
export function bannerOf(version: number, language: string): string | undefined {
  return version === DRAFT ? wordsIn(language).test : undefined
}

/**
 * Returns the start of the page's URL in another language, with the rest of the query byte for byte, as
 * its signature requires. Of several languages the last applies.
 */
export function addressStartOf({ req }: Context): string {
  const start = req.url.indexOf('?')
  if (start < 0) return PLAIN_START
  const all = req.url.slice(start + 1).split('&')
  const end = all.findLastIndex((line) => /^(amp;)?sig=/.test(line))
  const parameters = all.filter((line, at) => line && (at < end || !/^(amp;)?lang=/.test(line)))
  return parameters.length ? `?${parameters.join('&')}&lang=` : PLAIN_START
}
