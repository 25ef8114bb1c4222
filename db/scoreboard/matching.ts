import { and, eq, gte, inArray, lt, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { through } from '../engines/sqlite/plans.ts'
import { answer, response, responseSegment, segment } from '../schema/index.ts'

/** One group of a survey's responses. */
export type SegmentFilter = { property: string; value: string }

export const EVERYONE: SegmentFilter = { property: '', value: '' }

/** Which responses to consider: `since` and `until` are milliseconds UTC, `until` exclusive. */
export type ResponseScope = {
  surveyId: string
  /** Only those that answered this scored question. */
  question?: string | undefined
  since?: number | undefined
  until?: number | undefined
  /** Those in all of these groups. */
  segments?: SegmentFilter[] | undefined
  /** Those in no group of this property. */
  without?: string | undefined
}

type Responses = typeof response

export const isCounted = (table: Responses = response) =>
  inArray(table.state, ['partial', 'complete'])

/** Whether a counted response matches. */
export function isCountedWithin(scope: ResponseScope, table: Responses = response): SQL {
  const { question } = scope
  return and(
    isWithin(scope, table),
    isCounted(table),
    question === undefined ? undefined : answered(question, table),
  )!
}

/** Whether a response matches, whether or not it counts, and whatever it answered. */
export function isWithin(scope: ResponseScope, table: Responses = response): SQL {
  const { surveyId, since, until, segments = [], without } = scope
  return and(
    eq(table.surveyId, surveyId),
    since === undefined ? undefined : gte(table.answeredAt, since),
    until === undefined ? undefined : lt(table.answeredAt, until),
    ...segments.map((filter) => inSegment(filter, table, surveyId)),
    without === undefined ? undefined : lacks(without, table, surveyId),
  )!
}

const later = alias(response, 'later')

/** Whether a response is the latest match of its customer; true without a known customer. */
export function isLatest(scope: ResponseScope): SQL {
  const table = later as unknown as Responses
  const others = and(
    eq(later.customerId, response.customerId),
    sql`(${later.answeredAt}, ${later.no}) > (${response.answeredAt}, ${response.no})`,
    isCountedWithin(scope, table),
  )
  return sql`not exists (select 1 from ${response} as ${sql.identifier('later')}
    ${through('response_by_customer')} where ${others})`
}

/** Whether a response has a score for the question. */
export function answered(question: string, table: Responses = response): SQL {
  return sql`exists (select 1 from ${answer} where ${answer.responseNo} = ${table.no}
    and ${answer.question} = ${question} and ${answer.value} is not null)`
}

/** Whether a response is in a group of its survey, or of `survey`. */
export function inSegment(
  filter: SegmentFilter,
  table: Responses = response,
  survey: string | Responses['surveyId'] = table.surveyId,
): SQL {
  return sql`exists (select 1 from ${responseSegment} where ${responseSegment.responseNo} = ${table.no}
    and ${responseSegment.segmentId} = ${segmentId(survey, filter)})`
}

/** Whether a response is in no group of a property of its survey. */
export function lacks(property: string, table: Responses, survey: string): SQL {
  return sql`not exists (select 1 from ${responseSegment}
    join ${segment} on ${segment.id} = ${responseSegment.segmentId}
    where ${responseSegment.responseNo} = ${table.no}
      and ${segment.surveyId} = ${survey} and ${segment.property} = ${property})`
}

/** Selects a group's number; null if there is none. */
export const segmentId = (
  survey: string | SQLWrapper,
  { property, value }: Record<keyof SegmentFilter, string | SQL>,
) =>
  sql`(select ${segment.id} from ${segment} where ${segment.surveyId} = ${survey}
    and ${segment.property} = ${property} and ${segment.value} = ${value})`
