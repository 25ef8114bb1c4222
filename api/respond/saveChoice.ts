import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import {
  readStored,
  saveResponse,
  type StoredResponse,
  type SavedResponse,
} from '../../db/responses/save.ts'
import { findCustomer, identityOf } from '../../db/customers/customers.ts'
import {
  findMailResponse,
  readChoices,
  type StoredChoice,
  type UnnamedMail,
} from '../../db/responses/mailChoices.ts'
import type { SpamReason } from '../../db/schema/index.ts'
import { readDefinition } from '../../db/surveys/surveys.ts'
import type { Answers } from '../../surveys/answers.ts'
import { dayOf } from '../../surveys/days.ts'
import { NewerSaveStored, ResponseErased } from '../../surveys/errors.ts'
import {
  decisiveChoices,
  isFinalChoice,
  standingChoice,
  type MailChoice,
} from '../../surveys/mailChoices.ts'
import { mainQuestion, type SurveyDefinition } from '../../surveys/definition.ts'
import type { Deps } from '../base/deps.ts'
import { LinkUsed } from '../base/problems.ts'

/** What a page of a mail's links sent, as it would be stored if it stood alone. */
export type SentChoice = {
  saved: SavedResponse
  choice: Omit<StoredChoice, 'isFirst'>
  once: boolean
  /** Where the link names no set, but its customer. */
  mail?: UnnamedMail
}

/** Where a page's answer went. */
export type Stored = {
  /** The response. */
  id: string
  /** Whether another page of the same mail had chosen before. */
  joined: boolean
}

/**
 * Stores what a page of a mail's links chose. All pages of the mail are one response, which says what the
 * last choice of a person says; choices that a program made are stored beside it (docs/decisions/0009).
 * @throws NewerSaveStored, LinkUsed when another answer has come by the same link, ResponseErased
 */
export async function saveChoice(deps: Deps, sent: SentChoice): Promise<Stored> {
  const { saved, mail } = sent
  if (!mail) return inTurn([saved.id], () => decideAndStore(deps, sent))
  return inTurn(await customersIn(deps, mail), async () => {
    const id = (await findMailResponse(deps.db, mail)) ?? saved.id
    return decideAndStore(deps, { ...sent, saved: { ...saved, id } })
  })
}

/** The customer whose saves have to wait for each other, by all that may become the same record. */
async function customersIn({ db }: Deps, { surveyId, customer }: UnnamedMail): Promise<string[]> {
  const known = await findCustomer(db, customer)
  const { externalId, email } = customer
  const named = known
    ? [['record', known]]
    : [externalId && ['id', externalId], email && ['email', ...identityOf({ email })]]
  return named.filter(Boolean).map((name) => JSON.stringify([surveyId, name]))
}

/** The saves of each mail that others wait for; what is stored is decided by the statements alone. */
const underWay = new Map<string, Promise<Stored>>()

/** @param mails all in the same order wherever they are given, so that no two wait for each other */
async function inTurn([mail, ...others]: string[], act: () => Promise<Stored>): Promise<Stored> {
  if (mail === undefined) return act()
  const before = underWay.get(mail)
  const own = (before ?? NOTHING).catch(() => {}).then(() => inTurn(others, act))
  underWay.set(mail, own)
  try {
    return await own
  } finally {
    if (underWay.get(mail) === own) underWay.delete(mail)
  }
}

const NOTHING = Promise.resolve()

async function decideAndStore(deps: Deps, { saved, choice, once }: SentChoice): Promise<Stored> {
  for (;;) {
    const stored = await readStored(deps.db, saved.id)
    if (stored?.state === 'erased') throw new ResponseErased()
    const choices = stored ? await readChoices(deps.db, saved.id) : []
    if (once && stored && isFinalBy(stored, choices, deps.now())) {
      if (isDeepStrictEqual(stored.answers, choice.answers)) return { id: saved.id, joined: false }
      throw new LinkUsed()
    }
    const before = choices.find(({ page }) => page === choice.page)
    if (before && before.pageRevision > choice.pageRevision) throw new NewerSaveStored()
    const isFirst = before?.isFirst ?? !choices.length
    const mine = { ...choice, isFirst, spamReason: lastingOf(before) ?? choice.spamReason }
    const all = [...choices.filter((each) => each !== before), mine]
    const known = await withScores(deps, saved, all)
    const seen = stored?.revision ?? -1
    const dropped = pagesWithout(all, decisiveChoices(known))
    const decided = {
      ...(await decide(deps, saved, known, stored)),
      decided: { seen, choice: mine, dropped },
    }
    // Whoever decided at the same moment has another revision; then it is decided anew.
    const revision = Math.max(seen, 0) + 1 + randomInt(2 ** 20)
    if (await saveResponse(deps.db, { ...decided, revision }))
      return { id: saved.id, joined: !isFirst }
  }
}

/** The number that the next save of a mail's pages gets. */
export function nextRevision(choices: StoredChoice[]): number {
  return Math.max(0, ...choices.map(({ pageRevision }) => pageRevision)) + 1
}

/** Whether the one answer of a link can't be changed any more. */
export async function isFinal(deps: Deps, id: string, stored: StoredResponse): Promise<boolean> {
  return isFinalBy(stored, await readChoices(deps.db, id), deps.now())
}

function isFinalBy({ state, answers }: StoredResponse, choices: StoredChoice[], now: number) {
  if (state !== 'complete') return state === 'erased'
  const standing = choices.filter((choice) => isDeepStrictEqual(choice.answers, answers))
  const asMail = (some: StoredChoice[]) => some.map((choice) => toMailChoice(choice))
  return !standing.length || isFinalChoice(asMail(choices), asMail(standing), now)
}

type KnownChoice = MailChoice & { choice: StoredChoice; definition: SurveyDefinition }

/** Choices with the main score and words in them, by the version of the survey that each page showed. */
async function withScores(
  { db }: Deps,
  saved: SavedResponse,
  choices: StoredChoice[],
): Promise<KnownChoice[]> {
  const definitions = new Map<number, SurveyDefinition>([[saved.version, saved.definition]])
  for (const { version } of choices)
    if (!definitions.has(version))
      definitions.set(version, await readDefinition(db, saved.surveyId, version))
  return choices.map((choice) => {
    const definition = definitions.get(choice.version)!
    return { ...toMailChoice(choice, definition), choice, definition }
  })
}

/** The pages whose choices are not needed any more. */
function pagesWithout(all: StoredChoice[], needed: KnownChoice[]): string[] {
  const pages = new Set(needed.map(({ choice }) => choice.page))
  return all.map(({ page }) => page).filter((page) => !pages.has(page))
}

/** What the response says by all that its pages chose, the latest save last. */
async function decide(
  { db, workspace }: Deps,
  saved: SavedResponse,
  choices: KnownChoice[],
  stored: StoredResponse | undefined,
): Promise<SavedResponse> {
  const standing = standingChoice(choices)
  // What the team has decided to count stays as it was when they saw it, until a person chooses anew.
  if (!standing && stored?.restored) {
    const { version, answers } = stored
    const definition = await readDefinition(db, saved.surveyId, version)
    return { ...saved, version, definition, answers, complete: stored.state === 'complete' }
  }
  const { choice: shown, definition } = standing ?? choices.at(-1)!
  const { exclusion: _, ...rest } = saved
  return {
    ...rest,
    version: shown.version,
    definition,
    answers: shown.answers,
    complete: shown.complete,
    answeredAt: shown.answeredAt,
    day: dayOf(shown.answeredAt, workspace.timeZone),
    ...(!standing && {
      exclusion: { state: 'suspected' as const, spamReason: shown.spamReason ?? 'links' },
    }),
  }
}

function toMailChoice(choice: StoredChoice, definition?: SurveyDefinition): MailChoice {
  const main = definition && choice.answers[mainQuestion(definition).id]
  const isText = (value: Answers[string] | undefined) => typeof value === 'string'
  const texts = definition?.questions.filter(({ kind }) => kind === 'text') ?? []
  return {
    ...choice,
    score: typeof main === 'number' ? main : null,
    hasWords: texts.some(({ id }) => isText(choice.answers[id])),
  }
}

/** What a page was suspected of once and for all; the rest is gone with its next act. */
function lastingOf(before: StoredChoice | undefined): SpamReason | undefined {
  const lasting = ['honeypot', 'hidden', 'fast']
  return before?.spamReason && lasting.includes(before.spamReason) ? before.spamReason : undefined
}
