import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { response } from './responses.ts'

/**
 * The words that responses are found by (surveys/search/searchWords.ts), which the engine's full-text index
 * refers to. `place` orders them by time: the index returns rows in the order of their key.
 */
export const responseSearch = sqliteTable('response_search', {
  place: integer().primaryKey(),
  responseNo: integer('response_no')
    .notNull()
    .unique()
    .references(() => response.no, { onDelete: 'cascade' }),
  words: text().notNull(),
})

/** Responses to be indexed, several times if changed several times; triggers add them. */
export const searchTodo = sqliteTable('search_todo', {
  no: integer().primaryKey(),
  responseNo: integer('response_no').notNull(),
})
