import { sql, type SQL } from 'drizzle-orm'
import type { Term } from '../../../surveys/search/searchTerms.ts'

// The full-text index `response_words` (SQLite's FTS5) over `response_search`. PostgreSQL's will be a
// `tsvector` in the configuration `simple` over the same words.

/** The index as a table, whose rows are joined to `response_search` by their key. */
export const WORDS = sql`response_words`

/** The key of a row, in whose order the index returns them: see `response_search.place`. */
export const PLACE = sql<number>`response_words.rowid`

/** Whether a row has every term. */
export const matches = (terms: Term[]): SQL => sql`response_words match ${expressionOf(terms)}`

function expressionOf(terms: Term[]): string {
  const each = terms.map(({ words, isPrefix }) => {
    const alternatives = words.map(
      (word) => `"${word.replaceAll('"', '""')}"${isPrefix ? '*' : ''}`,
    )
    return `(${alternatives.join(' OR ')})`
  })
  return each.join(' AND ')
}
