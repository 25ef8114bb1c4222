import type { Context } from 'hono'
import { isVerified } from '../../db/customers/customers.ts'
import type { FollowUpRow } from '../../db/followUps/followUps.ts'
import { hiddenProperties } from '../../db/properties/propertyUse.ts'
import type { ResponseRow } from '../../db/responses/list.ts'
import type { FollowUpState } from '../../db/schema/index.ts'
import { readCurrent, readDefinition, type Survey } from '../../db/surveys/surveys.ts'
import { readAsked } from '../../db/surveys/versions.ts'
import { isoOf, type Period } from '../../surveys/days.ts'
import type { Score } from '../../surveys/scoring/score.ts'
import { wordsIn } from '../../surveys/locales/index.ts'
import {
  OTHER,
  askFor,
  isChoice,
  isScored,
  otherWordsOf,
  textIn,
  type Question,
  type SurveyDefinition,
} from '../../surveys/definition.ts'
import type { AnswerRow } from '../../surveys/answers.ts'
import { mayAct, type Actor, type Env } from './access.ts'
import type { Deps } from './deps.ts'
import { addressOf, basePathOf } from './origin.ts'
import { readSurveyAnswers } from '../surveys/surveyAnswers.ts'
import { testPass } from './testPass.ts'
import { feedbackPath } from './tokens.ts'

/**
 * A survey as lists show it.
 * @param address of this server, for links that leave it; null where it is not known
 */
export async function toSurvey(deps: Deps, address: string | null, row: Survey) {
  const { db } = deps
  const definition = await readCurrent(db, row)
  const scored = definition.questions.filter(isScored)
  const { id, slug, name, state, version, example, createdAt } = row
  const fallback = definition.languages[0]!
  return {
    id,
    slug,
    name,
    state,
    version,
    example,
    createdAt,
    languages: definition.languages,
    url: address === null ? null : `${address}/s/${slug}`,
    questions: scored.map((question) => ({
      id: question.id,
      metric: question.kind,
      ask: textIn(question.text, fallback, definition).ask,
    })),
    ...(await readSurveyAnswers(deps, row)),
  }
}

/** A survey as its editor shows it. */
export async function toSurveyDetail(deps: Deps, { actor, address }: Looking, row: Survey) {
  const { draft, id, slug, version } = row
  const survey = await toSurvey(deps, address, row)
  // Whoever tries a draft is here already, so that a path will do.
  const page = survey.url ?? `${basePathOf(deps.config)}/s/${slug}`
  return {
    ...survey,
    definition: draft,
    draft: toSavedDraft(row),
    published: version === null ? null : await readDefinition(deps.db, id, version),
    asked: await readAsked(deps.db, id),
    testUrl: mayAct(actor, 'admin') ? `${page}?test=${testPass(deps, slug)}` : null,
  }
}

export function toSavedDraft({ draftRevision, draftBy, draftAt, createdAt }: Survey) {
  return { revision: draftRevision, by: draftBy, savedAt: draftAt ?? createdAt }
}

export function toPeriodScore({ from, to, ...score }: Period & Score) {
  return { from: isoOf(from), to: isoOf(to), ...toScore(score) }
}

/** The board's own object is read-only; the answer's is not. */
export function toScore<Some extends Score>(score: Some) {
  return { ...score, histogram: { ...score.histogram } as Record<string, number> }
}

type Stored = Omit<ResponseRow, 'followUpId' | 'followUpState'>

/** Who looks, and the address that links begin with; null where it is not known. */
export type Looking = {
  actor: Actor
  address: string | null
  /** What admins hid, by survey; read once for all that is shown to whoever looks. */
  hidden: () => Promise<Map<string, Set<string>>>
}

export function lookingFrom({ config, db }: Deps, context: Context<Env>): Looking {
  let hidden: ReturnType<typeof hiddenProperties> | undefined
  return {
    actor: context.get('actor'),
    address: addressOf(config, context),
    hidden: () => (hidden ??= hiddenProperties(db)),
  }
}

/** A response as the actor may see it: a viewer is never told whom it is from. */
export async function toResponse(
  { db, workspace }: Deps,
  { actor, address, hidden }: Looking,
  row: Stored & { followUpId: string | null; followUpState: FollowUpState | null },
) {
  const definition = await readDefinition(db, row.surveyId, row.version)
  const isLead = mayAct(actor, 'lead')
  return {
    id: row.id,
    surveyId: row.surveyId,
    version: row.version,
    source: row.source,
    language: row.language,
    properties: isLead ? row.properties : shownProperties(await hidden(), row),
    band: row.band,
    state: row.state,
    suspicion: row.suspicion,
    judged: isLead ? row.judged : null,
    answeredAt: row.answeredAt,
    answers: toAnswers(definition, row).filter(({ kind }) => kind !== 'contact' || isLead),
    additions: row.additions,
    customer: isLead ? toCustomer(row) : null,
    personal: isLead ? (row.personal ?? {}) : null,
    unusable: isLead ? (row.unusable ?? []) : [],
    badSignature: isLead && row.badSignature,
    feedbackUrl:
      isLead && address !== null ? `${address}${feedbackPath(workspace.secret, row.id)}` : null,
    followUp:
      row.followUpId && row.followUpState ? { id: row.followUpId, state: row.followUpState } : null,
  }
}

/** What an admin hid from the scores is hidden from viewers with each answer, too. */
function shownProperties(hidden: Map<string, Set<string>>, { surveyId, properties }: Stored) {
  const names = hidden.get(surveyId)
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names?.has(name)))
}

function toCustomer(row: Stored) {
  const { customerName: name, customerEmail: email, customerExternalId: externalId } = row
  if (!row.customerId && name === null && email === null) return null
  return {
    name,
    email,
    externalId,
    verified: row.customerId !== null && isVerified(row),
    optedOutAt: row.customerOptedOutAt,
    optOutAskedAt: row.optOutAskedAt,
  }
}

type Said = Pick<Stored, 'language' | 'band' | 'answers'>

/** What was answered, in the order and the words in which it was asked. */
export function toAnswers(definition: SurveyDefinition, row: Said) {
  return definition.questions.flatMap((question) =>
    [question.id, otherWordsOf(question.id)].flatMap((name) => {
      const given = row.answers.find((each) => each.question === name)
      return given ? [toAnswer(definition, question, row, given)] : []
    }),
  )
}

function toAnswer(
  definition: SurveyDefinition,
  question: Question,
  { language, band }: Said,
  { question: id, value, text }: AnswerRow,
) {
  const words = textIn<{ ask: string | Record<'unhappy' | 'neutral' | 'happy', string> }>(
    question.text,
    language ?? '',
    definition,
  )
  return {
    question: id,
    kind: id === question.id ? question.kind : ('text' as const),
    ask: askFor(words.ask, band),
    value,
    text:
      text === null || id !== question.id
        ? text
        : readable(definition, question, language ?? '', text),
  }
}

/** Options by their labels; what an option was called when it was chosen is in that version. */
function readable(
  definition: SurveyDefinition,
  question: Question,
  language: string,
  text: string,
): string {
  const words = wordsIn(language || definition.languages[0]!)
  const own: Record<string, string> = { yes: words.yes, no: words.no, [OTHER]: words.other }
  if (question.kind === 'yesno') return own[text] ?? text
  if (!isChoice(question)) return text
  const labels = textIn(question.text, language, definition).options
  const chosen = question.kind === 'choices' ? (JSON.parse(text) as string[]) : [text]
  return chosen.map((option) => labels[option] ?? own[option] ?? option).join(', ')
}

export async function toFollowUp(deps: Deps, looking: Looking, row: FollowUpRow) {
  const { ownerId, ownerName, ...facts } = row.followUp
  return {
    ...facts,
    owner: ownerId && ownerName ? { id: ownerId, name: ownerName } : null,
    survey: { id: row.surveyId, name: row.surveyName },
    response: await toResponse(deps, looking, {
      ...row,
      followUpId: facts.id,
      followUpState: facts.state,
    }),
  }
}
