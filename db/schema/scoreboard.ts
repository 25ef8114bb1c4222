import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  sqliteView,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { answer, isOf, response } from './responses.ts'
import { survey } from './surveys.ts'

/**
 * A group of a survey's responses that share one value of one property. Property '' is everyone; value
 * '' collects the values beyond the property's limit.
 */
export const segment = sqliteTable(
  'segment',
  {
    id: integer().primaryKey(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    property: text().notNull(),
    value: text().notNull(),
  },
  (table) => [uniqueIndex('segment_of_survey').on(table.surveyId, table.property, table.value)],
)

export const responseSegment = sqliteTable(
  'response_segment',
  {
    responseNo: integer('response_no')
      .notNull()
      .references(() => response.no, { onDelete: 'cascade' }),
    surveyId: text('survey_id').notNull(),
    /** Not a foreign key, which would have to be indexed for the deletion of surveys. */
    segmentId: integer('segment_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.responseNo, table.surveyId, table.segmentId] }),
    index('response_segment_members').on(table.segmentId, table.responseNo),
  ],
)

const counter = () => integer().notNull()

/** The values of the longest scale, each with a counter. */
export const VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

type Counter = `n${(typeof VALUES)[number]}`

const counters = Object.fromEntries(VALUES.map((value) => [`n${value}`, counter()])) as Record<
  Counter,
  ReturnType<typeof counter>
>

/**
 * How many gave each value, per segment, question and day: one histogram a row. It is the sum of
 * `contribution` and updated by every write.
 */
export const scoreboard = sqliteTable(
  'scoreboard',
  {
    segmentId: integer('segment_id')
      .notNull()
      .references(() => segment.id, { onDelete: 'cascade' }),
    surveyId: text('survey_id').notNull(),
    question: text().notNull(),
    day: integer().notNull(),
    ...counters,
  },
  (table) => [
    primaryKey({ columns: [table.segmentId, table.question, table.day, table.surveyId] }),
  ],
)

/**
 * The counters to which each response contributes. The scoreboard is their sum; nothing else decides
 * what counts.
 */
export const contribution = sqliteView('contribution').as((query) =>
  query
    .select({
      responseNo: sql<number>`${response.no}`.as('response_no'),
      surveyId: sql<string>`${response.surveyId}`.as('survey_id'),
      segmentId: sql<number>`${responseSegment.segmentId}`.as('segment_id'),
      question: sql<string>`${answer.question}`.as('question'),
      day: sql<number>`${response.day}`.as('day'),
      value: sql<number>`${answer.value}`.as('value'),
    })
    .from(response)
    .innerJoin(answer, sql`${isOf(answer)} and ${answer.value} is not null`)
    .innerJoin(responseSegment, isOf(responseSegment))
    .where(sql`${response.state} in ('partial', 'complete')`),
)
