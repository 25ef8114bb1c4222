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

/** A save from a page of an email's links, as it would be stored on its own. */
export type SentChoice = {
  saved: SavedResponse
  choice: Omit<StoredChoice, 'isFirst'>
  once: boolean
  /** Set for links that name a customer but no set. */
  mail?: UnnamedMail
}

/** Where a save was stored. */
export type Stored = {
  id: string
  /** Whether another page of the same email had chosen before. */
  joined: boolean
}

/**
 * Stores the choice of a page of an email's links. All pages of the email are one response, which shows
 * a person's last choice; automatic choices are stored beside it (docs/decisions/0009).
 * @throws NewerSaveStored, LinkUsed if another answer has come by the same link, ResponseErased
 */
export async function saveChoice(deps: Deps, sent: SentChoice): Promise<Stored> {
  const { saved, mail } = sent
  if (!mail) return inTurn([saved.id], () => decideAndStore(deps, sent))
  return inTurn(await customersIn(deps, mail), async () => {
    const id = (await findMailResponse(deps.db, mail)) ?? saved.id
    return decideAndStore(deps, { ...sent, saved: { ...saved, id } })
  })
}

/** Lists every id that may refer to the same customer, whose saves must run one after another. */
async function customersIn({ db }: Deps, { surveyId, customer }: UnnamedMail): Promise<string[]> {
  const known = await findCustomer(db, customer)
  const { externalId, email } = customer
  const named = known
    ? [['record', known]]
    : [externalId && ['id', externalId], email && ['email', ...identityOf({ email })]]
  return named.filter(Boolean).map((name) => JSON.stringify([surveyId, name]))
}

/**
 * Queues each email's saves, to avoid repeated decisions. The statements alone decide what is stored.
 */
const running = new Map<string, Promise<Stored>>()

/** @param mails always in the same order, to avoid deadlocks */
async function inTurn([mail, ...others]: string[], act: () => Promise<Stored>): Promise<Stored> {
  if (mail === undefined) return act()
  const before = running.get(mail)
  const own = (before ?? NOTHING).catch(() => {}).then(() => inTurn(others, act))
  running.set(mail, own)
  try {
    return await own
  } finally {
    if (running.get(mail) === own) running.delete(mail)
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
    const storedRevision = stored?.revision ?? -1
    const dropped = pagesWithout(all, decisiveChoices(known))
    const decided = {
      ...(await decide(deps, saved, known, stored)),
      decided: { storedRevision, choice: mine, dropped },
    }
    // A concurrent decision changes the revision; then this one is repeated.
    const revision = Math.max(storedRevision, 0) + 1 + randomInt(2 ** 20)
    if (await saveResponse(deps.db, { ...decided, revision }))
      return { id: saved.id, joined: !isFirst }
  }
}

/** The next revision of an email's pages. */
export function nextRevision(choices: StoredChoice[]): number {
  return Math.max(0, ...choices.map(({ pageRevision }) => pageRevision)) + 1
}

/** Whether a single-use link's answer is final. */
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

/** Adds main score and text to choices, by the survey version that each page showed. */
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

/** Lists pages whose choices are no longer needed. */
function pagesWithout(all: StoredChoice[], needed: KnownChoice[]): string[] {
  const pages = new Set(needed.map(({ choice }) => choice.page))
  return all.map(({ page }) => page).filter((page) => !pages.has(page))
}

/** Decides the response from all choices of its pages, the latest save last. */
async function decide(
  { db, workspace }: Deps,
  saved: SavedResponse,
  choices: KnownChoice[],
  stored: StoredResponse | undefined,
): Promise<SavedResponse> {
  const standing = standingChoice(choices)
  // A response that the team has counted stays unchanged until a person chooses again.
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

/** Returns a page's spam reason if it is permanent; the page's next act clears others. */
function lastingOf(before: StoredChoice | undefined): SpamReason | undefined {
  const lasting = ['honeypot', 'hidden', 'fast']
  return before?.spamReason && lasting.includes(before.spamReason) ? before.spamReason : undefined
}
