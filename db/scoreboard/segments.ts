import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Properties } from '../../surveys/answers.ts'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import {
  jsonEntries,
  jsonFields,
  jsonKey,
  jsonLength,
  jsonRows,
  jsonValues,
} from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import { insertFrom } from '../insertFrom.ts'
import { matchesPair } from './pairs.ts'
import type { Orm, Statement } from '../statements.ts'
import { grouping, response, responseSegment, segment } from '../schema/index.ts'

// Which responses make groups, and which groups are replaced: docs/decisions/0011.

/** The most values of one property that have a group of their own. */
export const MOST_VALUES = 200
/** The most properties of a survey that have groups, besides the language and its signed properties. */
export const MOST_GROUPED_PROPERTIES = 20

/** One value of one property of a response; property '' is everyone. */
export type Pair = { property: string; value: string }

/** Returns what a response may be grouped by: everyone, its language, and each of its properties. */
export function pairsOf({
  language,
  properties,
}: {
  language: string | null
  properties: Properties
}): Pair[] {
  const pairs = [EVERYONE]
  if (language) pairs.push({ property: 'language', value: language })
  for (const [property, value] of Object.entries(properties))
    if (value !== '' && !(language && property === 'language')) pairs.push({ property, value })
  return pairs
}

/** Converts pairs to an object, whose entries SQLite reads in half the time. */
export function byProperty(pairs: Pair[]): Properties {
  return Object.fromEntries(pairs.map(({ property, value }) => [property, value]))
}

const EVERYONE = { property: '', value: '' }

/** Returns the properties that always have groups, since unsigned links can't add values to them. */
export function reservedIn({ signed = [] }: SurveyDefinition): string[] {
  return ['', 'language', ...signed]
}

/** Values for the statements of this file. */
export type GroupValues = { surveyId: string; pairs: Pair[]; reserved: string[] }
type Value = (name: keyof GroupValues) => unknown

/** The fields of `pairs`. */
export const PAIR = jsonFields<keyof Pair>({ property: 'text', value: 'text' })

const isSibling = (value: Value, property: SQL) =>
  sql`${segment.surveyId} = ${value('surveyId')} and ${segment.property} = ${property}`

/**
 * Whether a property's groups take no more responses: it is hidden, or its groups are being removed.
 */
const isClosed = (value: (name: 'surveyId') => unknown, property: SQL) =>
  sql`exists (select 1 from ${grouping}
    where ${grouping.surveyId} = ${value('surveyId')} and ${grouping.property} = ${property}
      and ${grouping.value} = '' and ${grouping.state} in ('hidden', 'leaving'))`

const isHiddenValue = (value: Value, pair: { property: SQL; value: SQL }) =>
  sql`exists (select 1 from ${grouping}
    where ${grouping.surveyId} = ${value('surveyId')} and ${grouping.property} = ${pair.property}
      and ${grouping.value} = ${pair.value} and ${grouping.value} <> '')`

const hasGroup = (value: Value, { property, value: one }: { property: SQL; value: SQL }) =>
  sql`exists (select 1 from ${segment} where ${isSibling(value, property)} and ${segment.value} = ${one})`

/**
 * Inserts missing groups for some pairs. A new property gets groups while the survey has fewer than
 * MOST_GROUPED_PROPERTIES; a new value gets its own while the property has fewer than MOST_VALUES;
 * further values share the group ''.
 * @param counted condition that a counted response exists, without which only the group of everyone is
 *   created
 */
export function makeGroups<Given extends GroupValues>(
  orm: Orm,
  value: (name: keyof Given & keyof GroupValues) => unknown,
  counted: SQL,
) {
  const name = sql.raw('fresh.property')
  const one = sql.raw('fresh.value')
  const isKnown = sql`exists (select 1 from ${segment} where ${isSibling(value, name)})`
  const isReserved = sql`fresh.property in ${jsonValues(value('reserved'))}`
  const hasOthers = hasGroup(value, { property: name, value: sql`''` })
  const isFull = sql`exists (select 1 from ${grouping}
    where ${grouping.surveyId} = ${value('surveyId')} and ${grouping.state} = 'full')`
  const values = sql`(select count(*) from ${segment} where ${isSibling(value, name)})`
  const names = sql`(select count(distinct ${segment.property}) from ${segment}
    where ${segment.surveyId} = ${value('surveyId')}
      and ${segment.property} not in ${jsonValues(value('reserved'))})`
  const fresh = sql`select ${PAIR.property} as property, ${PAIR.value} as value, min(${jsonKey}) as place
    from ${jsonRows(value('pairs'))}
    where not ${hasGroup(value, PAIR)}
      and (${PAIR.property} = '' or ${counted}) and not ${isClosed(value, PAIR.property)}
    group by 1, 2`
  const placed = sql`select fresh.property, fresh.value,
      not ${hasOthers} and not ${isHiddenValue(value, { property: name, value: one })}
        and ${values} + row_number() over (partition by fresh.property order by fresh.place)
          <= ${sql.raw(`${MOST_VALUES}`)} as is_own,
      is_safe or not ${isFull}
        and ${names} + dense_rank() over (partition by is_safe order by fresh.property)
          <= ${sql.raw(`${MOST_GROUPED_PROPERTIES}`)} as has_place
    from (select fresh.*, (${isKnown} or ${isReserved}) as is_safe from (${fresh}) as fresh) as fresh`
  return insertFrom(
    orm,
    segment,
    {
      surveyId: value('surveyId'),
      property: sql`placed.property`,
      value: sql`case when is_own then placed.value else '' end`,
    },
    sql`from (${placed}) as placed where has_place`,
  ).onConflictDoNothing()
}

/** Returns a row if a stored response is in fewer groups of its own values than it has pairs. */
export function findMissingGroups<Given extends GroupValues>(
  orm: Orm,
  value: (name: keyof Given & keyof GroupValues) => unknown,
  condition: SQL,
) {
  const joined = sql`select count(*) from ${responseSegment}
    ${lookUp(segment, sql`${segment.id} = ${responseSegment.segmentId}`)}
    where ${responseSegment.responseNo} = ${response.no}
      and (${segment.value} <> '' or ${segment.property} = '')`
  return orm
    .select({ found: sql`1` })
    .from(response)
    .where(sql`${condition} and (${joined}) < ${jsonLength(value('pairs'))}`)
}

/**
 * Records that a property found no room. From then on new properties wait until groups are chosen
 * again.
 */
export function markFull<Given extends GroupValues>(
  orm: Orm,
  value: (name: keyof Given & keyof GroupValues) => unknown,
  counted: SQL,
) {
  return insertFrom(
    orm,
    grouping,
    { surveyId: value('surveyId'), property: sql`''`, value: sql`''`, state: sql`'full'` },
    sql`from ${jsonRows(value('pairs'))}
      where ${counted}
        and not exists (select 1 from ${segment} where ${isSibling(value, PAIR.property)})
        and not ${isClosed(value, PAIR.property)}
      limit 1`,
  ).onConflictDoNothing()
}

/** Joins a pair to the group of its value. */
const itsGroup = (value: Value) =>
  lookUp(segment, sql`${isSibling(value, PAIR.property)} and ${segment.value} = ${PAIR.value}`)

/**
 * Adds stored responses that don't count (unconfirmed, suspected) to new, still empty groups of their
 * values.
 */
export function adoptExcluded<Given extends GroupValues>(
  orm: Orm,
  value: (name: keyof Given & keyof GroupValues) => unknown,
) {
  const isExcluded = sql`${response.surveyId} = ${value('surveyId')}
    and ${response.state} in ('unconfirmed', 'suspected')`
  return insertFrom(
    orm,
    responseSegment,
    { responseNo: response.no, surveyId: response.surveyId, segmentId: segment.id },
    sql`from ${jsonRows(value('pairs'))} ${itsGroup(value)} ${lookUp(response, isExcluded)}
      where ${segment.property} <> '' and not exists (
          select 1 from ${responseSegment} where ${responseSegment.segmentId} = ${segment.id}
        )
        and ${matchesPair(segment)}`,
  ).onConflictDoNothing()
}

/**
 * Selects the id of a pair's group: that of its value, or else that of all other values, or else null.
 */
export function groupsOf(surveyId: unknown, pair: { property: SQL; value: SQL }): SQL {
  const own = (which: SQL) =>
    sql`(select ${segment.id} from ${segment} where ${segment.surveyId} = ${surveyId}
      and ${segment.property} = ${pair.property} and ${segment.value} = ${which})`
  return sql`case when not ${isClosed(() => surveyId, pair.property)}
    then coalesce(${own(pair.value)}, ${own(sql`''`)}) end`
}

/** Creates and joins the groups of one stored response, for the pairs that it was stored with. */
export function joinOwnGroups(orm: Orm, input: GroupValues, condition: SQL): Statement[] {
  const values = {
    surveyId: input.surveyId,
    pairs: JSON.stringify(input.pairs),
    groups: JSON.stringify(byProperty(input.pairs)),
    reserved: JSON.stringify(input.reserved),
  }
  const value = (name: keyof typeof values) => values[name]
  const counted = sql`exists (select 1 from ${response}
    where ${condition} and ${response.state} in ('partial', 'complete'))`
  return [
    makeGroups(orm, value, counted),
    markFull(orm, value, counted),
    adoptExcluded(orm, value),
    joinGroups(orm, value, condition),
  ]
}

/** Adds a stored response to the groups of its values, or else to those of all other values. */
export function joinGroups<Given extends { surveyId: string; groups: Properties }>(
  orm: Orm,
  value: (name: keyof Given & ('surveyId' | 'groups')) => unknown,
  condition: SQL,
) {
  const survey = value('surveyId')
  const id = sql`coalesce(own.id, rest.id)`
  return insertFrom(
    orm,
    responseSegment,
    { responseNo: response.no, surveyId: response.surveyId, segmentId: id },
    sql`from ${response} ${lookUp(jsonEntries(value('groups')))}
      left join ${segment} as own
        on own.survey_id = ${survey} and own.property = entry.key and own.value = entry.value
      left join ${segment} as rest
        on own.id is null and rest.survey_id = ${survey} and rest.property = entry.key and rest.value = ''
      where ${condition} and ${id} is not null and not ${isClosed(value, sql`entry.key`)}`,
  ).onConflictDoNothing()
}

/**
 * Adds responses to groups.
 * @param group selects the id of a group, or null
 * @param rows responses with what `group` reads: what follows `from`
 */
export function joinGroupsOf(
  orm: Orm,
  group: SQL,
  rows: SQL,
  { no, surveyId }: { no: SQLWrapper; surveyId: unknown } = response,
) {
  return insertFrom(
    orm,
    responseSegment,
    {
      responseNo: sql`joined.no`,
      surveyId: sql`joined.survey_id`,
      segmentId: sql`joined.segment_id`,
    },
    sql`from (select ${no} as no, ${surveyId} as survey_id, ${group} as segment_id from ${rows}) as joined
      where joined.segment_id is not null`,
  ).onConflictDoNothing()
}

/** Whether a pair that isn't hidden has no group: its property has none, or its value shares the group ''. */
export function lacksGroup(value: Value, which: 'property' | 'value'): SQL {
  const same = which === 'value' ? sql` and ${segment.value} = ${PAIR.value}` : sql``
  return sql`exists (select 1 from ${jsonRows(value('pairs'))}
    where not exists (select 1 from ${segment} where ${isSibling(value, PAIR.property)}${same})
      and not ${isClosed(value, PAIR.property)} and not ${isHiddenValue(value, PAIR)})`
}

/** A property that has got more groups than this may be an identifier. */
const FEW_VALUES = sql.raw('20')

/** Whether the response being saved created the group that gives a property more than a few. */
export function isOneOfMany(value: Value): SQL {
  const siblings = sql`(select count(*) from ${segment} as sibling
    where sibling.survey_id = ${value('surveyId')} and sibling.property = ${segment.property})`
  return sql`exists (select 1 from ${jsonRows(value('pairs'))} ${itsGroup(value)}
    where ${segment.property} not in ${jsonValues(value('reserved'))}
      and not exists (select 1 from ${responseSegment}
        where ${responseSegment.segmentId} = ${segment.id} and ${responseSegment.responseNo} <> ${response.no})
      and ${siblings} = ${FEW_VALUES} + 1)`
}

/** Selects the ids of all groups of everyone. */
export const IS_EVERYONE = sql`select ${segment.id} from ${segment} where ${segment.property} = ''`

/** Whether a group's property is neither hidden nor being counted. */
export const isShownGroup = sql`not exists (select 1 from ${grouping}
  where ${grouping.surveyId} = ${segment.surveyId} and ${grouping.property} = ${segment.property}
    and ${grouping.value} = '' and ${grouping.state} <> 'full')`
