import { isVerified } from '../../db/customers/customers.ts'
import type { ResponseRow } from '../../db/responses/list.ts'
import type { FollowUpState } from '../../db/schema/index.ts'
import { readDefinition } from '../../db/surveys/surveys.ts'
import type { AnswerRow } from '../../surveys/answers.ts'
import {
  OTHER,
  askFor,
  isChoice,
  otherWordsOf,
  textIn,
  type Question,
  type SurveyDefinition,
} from '../../surveys/definition.ts'
import { wordsIn } from '../../surveys/locales/index.ts'
import { maskPersonal } from '../../surveys/masking/masking.ts'
import { seesNames } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import type { ReadContext } from '../base/readContext.ts'
import { feedbackPath } from '../base/tokens.ts'

type Stored = Omit<ResponseRow, 'followUpId' | 'followUpState'>

/** A response as the actor may see it: for viewers without its customer, and with masked comments. */
export async function toResponse(
  { db, workspace }: Deps,
  { actor, address, hidden }: ReadContext,
  row: Stored & { followUpId: string | null; followUpState: FollowUpState | null },
) {
  const definition = await readDefinition(db, row.surveyId, row.version)
  const isLead = seesNames(actor)
  const answers = toAnswers(definition, row)
  return {
    id: row.id,
    surveyId: row.surveyId,
    version: row.version,
    source: row.source,
    language: row.language,
    properties: isLead ? row.properties : shownProperties(await hidden(), row),
    band: row.band,
    state: row.state,
    spamReason: row.spamReason,
    review: isLead ? row.review : null,
    answeredAt: row.answeredAt,
    answers: isLead ? answers : answers.flatMap(toMasked),
    additions: row.additions.map(({ at, text }) => ({
      at,
      text: isLead ? text : maskPersonal(text),
    })),
    tags: row.tags,
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

/** Properties hidden by an admin are hidden from viewers in each response, too. */
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

/** An answer without what identifies its customer. */
function toMasked(given: ReturnType<typeof toAnswer>) {
  if (given.kind === 'contact') return []
  return given.kind === 'text' ? { ...given, text: given.text && maskPersonal(given.text) } : given
}

type AnsweredRow = Pick<Stored, 'language' | 'band' | 'answers'>

/** The answers in the order and wording of the survey's version. */
export function toAnswers(definition: SurveyDefinition, row: AnsweredRow) {
  return definition.questions.flatMap((question) =>
    [question.id, otherWordsOf(question.id)].flatMap((name) => {
      const answer = row.answers.find((each) => each.question === name)
      return answer ? [toAnswer(definition, question, row, answer)] : []
    }),
  )
}

function toAnswer(
  definition: SurveyDefinition,
  question: Question,
  { language, band }: AnsweredRow,
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

/** Options by their labels in the version in which they were chosen. */
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
