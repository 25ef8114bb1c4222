import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { response } from './responses.ts'

/**
 * The words by which responses are found (surveys/search/searchWords.ts), to which the engine's
 * full-text index refers. `place` orders them by time, since the index returns rows in the order of
 * their key.
 */
export const responseSearch = sqliteTable('response_search', {
  place: integer().primaryKey(),
  responseNo: integer('response_no')
    .notNull()
    .unique()
    .references(() => response.no, { onDelete: 'cascade' }),
  words: text().notNull(),
})

/**
 * Responses to be indexed, added by triggers; one that changed several times is in it several times.
 */
export const searchTodo = sqliteTable('search_todo', {
  no: integer().primaryKey(),
  responseNo: integer('response_no').notNull(),
})
