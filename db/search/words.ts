import { and, eq, inArray, sql } from 'drizzle-orm'
import { isChoice, otherWordsOf, type SurveyDefinition } from '../../surveys/definition.ts'
import { NotFound } from '../../surveys/errors.ts'
import { searchWords, type Searchable } from '../../surveys/search/searchWords.ts'
import {
  addition,
  answer,
  customer,
  followUp,
  followUpEvent,
  response,
  responseSearch,
} from '../schema/index.ts'
import type { Db } from '../statements.ts'
import { readDefinition } from '../surveys/surveys.ts'

/**
 * `words`: the words by which a response should be found, null for none. `stored`: those in
 * `response_search`, '' if at the wrong place.
 */
export type ResponseWords = { no: number; words: string | null; stored: string | null }

/** Reads the words of responses; omits responses that no longer exist. */
export async function readWords(db: Db, numbers: number[]): Promise<ResponseWords[]> {
  const rows = await db.background
    .select({
      no: response.no,
      surveyId: response.surveyId,
      version: response.version,
      state: response.state,
      properties: response.properties,
      personal: response.personal,
      claimedName: response.claimedName,
      claimedEmail: response.claimedEmail,
      customerName: customer.name,
      customerEmail: customer.email,
      customerExternalId: customer.externalId,
      stored: sql<string | null>`case
        when ${responseSearch.place} <> ${placeOf()} then ''
        else ${responseSearch.words} end`,
    })
    .from(response)
    .leftJoin(customer, eq(customer.id, response.customerId))
    .leftJoin(responseSearch, eq(responseSearch.responseNo, response.no))
    .where(inArray(response.no, numbers))
  const answers = await db.background
    .select({ responseNo: answer.responseNo, question: answer.question, text: answer.text })
    .from(answer)
    .where(inArray(answer.responseNo, numbers))
  const additions = await db.background
    .select({ responseNo: addition.responseNo, text: addition.text })
    .from(addition)
    .where(inArray(addition.responseNo, numbers))
  const notes = await readNotes(db, numbers)
  return Promise.all(
    rows.map(async ({ no, stored, ...row }) => {
      if (row.state === 'erased') return { no, stored, words: null }
      const definition = await findDefinition(db, row)
      const written = answers.filter(({ responseNo }) => responseNo === no)
      const added = additions.filter(({ responseNo }) => responseNo === no)
      const found = searchable(definition, row, written)
      const texts = [...found.texts, ...added.map(({ text }) => text)]
      const noted = notes.filter(({ responseNo }) => responseNo === no).map(({ text }) => text)
      return { no, stored, words: searchWords({ ...found, texts, notes: noted }) }
    }),
  )
}

/** Reads the notes on the responses' cases, earlier ones too, and what was said in contacts. */
async function readNotes(db: Db, numbers: number[]) {
  const isOfThese = inArray(followUp.responseNo, numbers)
  const latest = await db.background
    .select({ responseNo: followUp.responseNo, text: followUp.note })
    .from(followUp)
    .where(isOfThese)
  const history = await db.background
    .select({ responseNo: followUp.responseNo, text: followUpEvent.text })
    .from(followUp)
    .innerJoin(followUpEvent, eq(followUpEvent.followUpId, followUp.id))
    .where(and(isOfThese, inArray(followUpEvent.kind, ['note', 'contact'])))
  return [...latest, ...history].flatMap(({ responseNo, text }) =>
    text === null ? [] : { responseNo, text },
  )
}

/**
 * Reads a definition; undefined if its version is missing, so that other responses are still indexed.
 */
async function findDefinition(
  db: Db,
  { surveyId, version }: { surveyId: string; version: number },
) {
  try {
    return await readDefinition(db, surveyId, version)
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

/** Orders responses by time as one number, unique among two million of the same millisecond. */
export const placeOf = (at: unknown = response.answeredAt, no: unknown = response.no) =>
  sql<number>`(cast(${at} as integer) * 2097152 + cast(${no} as integer) % 2097152)`

type Row = Pick<typeof response.$inferSelect, 'surveyId' | 'properties' | 'personal'> &
  Record<
    'claimedName' | 'claimedEmail' | 'customerName' | 'customerEmail' | 'customerExternalId',
    string | null
  >

function searchable(
  definition: SurveyDefinition | undefined,
  row: Row,
  answers: { question: string; text: string | null }[],
): Omit<Searchable, 'notes'> {
  const textOf = (name: string) => answers.find(({ question }) => question === name)?.text ?? []
  const questions = definition?.questions ?? []
  const texts = questions.flatMap((question) =>
    question.kind === 'text'
      ? textOf(question.id)
      : isChoice(question)
        ? textOf(otherWordsOf(question.id))
        : [],
  )
  const contacts = questions.flatMap(({ kind, id }) => (kind === 'contact' ? textOf(id) : []))
  // Includes values such as order numbers. Others are names of groups, which one filters by.
  const numbered = Object.values(row.properties).filter((value) => /\d/.test(value))
  const personal = [
    ...contacts,
    ...numbered,
    ...Object.values(row.personal ?? {}),
    row.claimedName,
    row.claimedEmail,
    row.customerName,
    row.customerEmail,
    row.customerExternalId,
  ].filter((value) => value !== null)
  return { surveyId: row.surveyId, texts, personal }
}
