import { and, asc, desc, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
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

/** How responses are searched: by the full-text `index`, or by testing the words of a `stretch` of them. */
export type SearchPath = 'index' | 'stretch'

/** The order of time in a search by either path. */
export const placeIn = (path: SearchPath) => (path === 'index' ? PLACE : responseSearch.place)

/**
 * What a search asks of responses.
 * @returns `isOrdered`: whether the list has to be read in the order of `placeIn(path)`, joined to
 *   `response_search` and `response`; undefined if nothing is searched
 */
export function searchedIn(filter: Searched, path: SearchPath = 'index') {
  const { surveyId, search, commented } = filter
  if (!search && !commented) return undefined
  const ofSurvey = [
    ...(surveyId === undefined ? [] : [surveyTerm(surveyId)]),
    ...(commented ? [COMMENT_TERM] : []),
  ]
  const terms = [...ofSurvey, ...(search?.terms ?? [])]
  if (search && search.number !== null) {
    const isFound = sql`(${response.no} = ${search.number} or ${isAmong(terms)})`
    return { isOrdered: false, condition: commented ? and(isFound, isAmong(ofSurvey))! : isFound }
  }
  const condition = and(
    path === 'index' ? matches(terms) : hasTerms(terms),
    path === 'index' ? sql`${responseSearch.place} = ${PLACE}` : undefined,
    sql`${response.no} = ${responseSearch.responseNo}`,
    isBetween(filter, path),
  )!
  return { isOrdered: true, condition }
}

function isBetween({ since, until }: Searched, path: SearchPath): SQL | undefined {
  const place = placeIn(path)
  return and(
    since === undefined ? undefined : sql`${place} >= ${placeOf(since, 0)}`,
    until === undefined || until === Infinity
      ? undefined
      : sql`${place} < ${placeOf(Math.ceil(until), 0)}`,
  )
}

/**
 * Whether a row of `response_search` is among the first ones of a list. A frequent word fills a page
 * from such a stretch, while the index first collects every word that begins with the one typed, in
 * every response.
 * @param isLater where a page of the list begins, as a condition on `response_search.place`
 * @param length  how many rows, with or without the words
 */
export function isInStretch(
  filter: Searched & { oldestFirst?: boolean },
  length: number,
  isLater?: SQL,
): SQL {
  const { place } = responseSearch
  const next = sql`(select ${place} from ${responseSearch}
    where ${and(isBetween(filter, 'stretch'), isLater) ?? sql`true`}
    order by ${filter.oldestFirst ? asc(place) : desc(place)} limit 1 offset ${length})`
  return filter.oldestFirst
    ? sql`${place} < coalesce(${next}, ${sql.raw(FARTHEST)})`
    : sql`${place} > coalesce(${next}, ${sql.raw(`-${FARTHEST}`)})`
}

/** The largest whole number of eight bytes. */
const FARTHEST = '9223372036854775807'

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
  return sql`exists (select 1 from ${responseSearch}
    where ${responseSearch.responseNo} = ${responseNo} and ${hasTerms(found.terms)})`
}

/** Whether a row of `response_search` has every term, as by the index. */
function hasTerms(terms: Term[]): SQL | undefined {
  const has = terms.map(({ words, isPrefix }) =>
    or(
      ...words.map(
        (word) => sql`${responseSearch.words} like ${`% ${word}${isPrefix ? '' : ' '}%`}`,
      ),
    ),
  )
  return and(...has)
}
