import { and, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { COMMENT_TERM, surveyTerm, type Term } from '../../surveys/search/searchTerms.ts'
import { jsonValues } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import { matches, PLACE, WORDS } from '../engines/sqlite/search.ts'
import { response, responseSearch } from '../schema/index.ts'
import type { Db } from '../statements.ts'
import { placeOf } from './words.ts'

/** What to search for: responses with all terms, and the one with the number. */
export type Search = { terms: Term[]; number: number | null }

type Searched = {
  /** All surveys by default. */
  surveyId?: string | undefined
  search?: Search | undefined
  /** Only responses with a comment. */
  commented?: boolean | undefined
  since?: number | undefined
  until?: number | undefined
}

/**
 * What a search asks of responses.
 * @returns `isIndexed`: whether the list has to be read in the order of the index (`PLACE`), joined to
 *   `response_search` and `response`; undefined if nothing is searched
 */
export function searchedIn(filter: Searched) {
  const { surveyId, search, commented, since, until } = filter
  if (!search && !commented) return undefined
  const ofSurvey = [
    ...(surveyId === undefined ? [] : [surveyTerm(surveyId)]),
    ...(commented ? [COMMENT_TERM] : []),
  ]
  const terms = [...ofSurvey, ...(search?.terms ?? [])]
  if (search && search.number !== null) {
    const isFound = sql`(${response.no} = ${search.number} or ${isAmong(terms)})`
    return { isIndexed: false, condition: commented ? and(isFound, isAmong(ofSurvey))! : isFound }
  }
  const condition = and(
    matches(terms),
    sql`${responseSearch.place} = ${PLACE} and ${response.no} = ${responseSearch.responseNo}`,
    since === undefined ? undefined : sql`${PLACE} >= ${placeOf(since, 0)}`,
    until === undefined || until === Infinity
      ? undefined
      : sql`${PLACE} < ${placeOf(Math.ceil(until), 0)}`,
  )!
  return { isIndexed: true, condition }
}

/** The numbers of the responses that have all terms. */
const numbersOf = (terms: Term[]): SQL => sql`select ${responseSearch.responseNo} from ${WORDS}
  ${lookUp(responseSearch, sql`${responseSearch.place} = ${PLACE}`)} where ${matches(terms)}`

const isAmong = (terms: Term[]): SQL => sql`${response.no} in (${numbersOf(terms)})`

/** A search in a list with an order of its own: the responses found if they are few, otherwise the terms. */
export type Found = { numbers: number[] } | { terms: Term[] }

/** Up to so many are looked up and sorted; of more, a page is soon found in the order of the list. */
const FEW = 2_000

/** Finds the responses of a search, if they are few. */
export async function findResponses(
  db: Db,
  { terms: searched, number }: Search,
  surveyId: string | undefined,
): Promise<Found> {
  const terms = surveyId === undefined ? searched : [surveyTerm(surveyId), ...searched]
  const rows = await db.background.values<[number]>(sql`${numbersOf(terms)} limit ${FEW + 1}`)
  if (rows.length > FEW) return { terms: searched }
  const numbers = rows.map(([no]) => no)
  return { numbers: number === null ? numbers : [...numbers, number] }
}

/** Whether the response of a row is among those found. */
export function isFound(found: Found, responseNo: SQLWrapper): SQL {
  if ('numbers' in found)
    return sql`${responseNo} in ${jsonValues(JSON.stringify(found.numbers), 'integer')}`
  const has = found.terms.map(({ words, isPrefix }) =>
    or(
      ...words.map(
        (word) => sql`${responseSearch.words} like ${`% ${word}${isPrefix ? '' : ' '}%`}`,
      ),
    ),
  )
  return sql`exists (select 1 from ${responseSearch}
    where ${responseSearch.responseNo} = ${responseNo} and ${and(...has)})`
}
