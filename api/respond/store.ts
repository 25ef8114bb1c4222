import {
  readStored,
  saveResponse,
  spamReasonOf,
  type SavedResponse,
} from '../../db/responses/save.ts'
import type { UnnamedMail } from '../../db/responses/mailChoices.ts'
import { NewerSaveStored } from '../../surveys/errors.ts'
import type { Deps } from '../base/deps.ts'
import { LinkUsed } from '../base/problems.ts'
import type { Claims } from '../base/tokens.ts'
import { isFinal, saveChoice, type Stored } from './saveChoice.ts'
import type { ShownPage } from './shownPage.ts'

/** Stores a save. @returns where: in the page's own response, or in that of its email */
export async function store(
  deps: Deps,
  { claims }: ShownPage,
  saved: SavedResponse,
  confirmed: boolean,
): Promise<Stored> {
  const { page, linkScore, once, issuedAt, version } = claims
  const { exclusion, answers, complete, answeredAt, revision } = saved
  const mail = unnamedMailOf(claims)
  if (!confirmed || (page === undefined && !once && !mail)) {
    if (await saveResponse(deps.db, saved)) return { id: saved.id, joined: false }
    const stored = once ? await readStored(deps.db, saved.id) : undefined
    if (stored && (await isFinal(deps, saved.id, stored))) throw new LinkUsed()
    throw new NewerSaveStored()
  }
  const choice = {
    page: page ?? mail?.page ?? String(issuedAt),
    pageRevision: revision,
    version,
    linkScore: linkScore ?? null,
    openedAt: issuedAt,
    at: saved.now,
    answeredAt,
    complete,
    spamReason: spamReasonOf(exclusion),
    answers,
    signed: isSigned(claims),
  }
  return saveChoice(deps, { saved, choice, once: once === true, ...(mail && { mail }) })
}

/** Whether only the company can have written whom the page's link is for. */
export function isSigned({ customerVerified, page, openSet }: Readonly<Claims>): boolean {
  return customerVerified === true || (page !== undefined && !openSet)
}

/** Identifies the email of a score link that names a customer but no set; undefined for other links. */
function unnamedMailOf(claims: Readonly<Claims>): UnnamedMail | undefined {
  const { survey, response, customer, properties, linkScore, page, once, issuedAt } = claims
  if (linkScore === undefined || page !== undefined || once || claims.source) return undefined
  if (customer?.externalId === undefined && customer?.email === undefined) return undefined
  return {
    surveyId: survey,
    customer,
    customerVerified: claims.customerVerified === true,
    properties,
    page: response,
    openedAt: issuedAt,
  }
}
