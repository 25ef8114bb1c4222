import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Properties } from '../surveys/answers.ts'
import type { Db, Orm, Statement } from './open.ts'
import { prepared } from './prepared.ts'
import { response, responseSegment, segment } from './schema.ts'

/** A property has a group for each of its values until there are this many of them. */
export const MOST_VALUES = 200
/** A survey has groups for this many properties; later ones are kept and shown, not scored. */
const MOST_PROPERTIES = 20

/** One value of one property of a survey's responses; property '' is everyone. */
export type Group = { surveyId: string; property: string; value: string }

/** The groups that a response belongs to: everyone, its language, and each of its properties. */
export function groupsOf(given: {
  surveyId: string
  language: string | null
  properties: Properties
}): Group[] {
  const { surveyId, language, properties } = given
  const groups: Group[] = [{ surveyId, property: '', value: '' }]
  if (language) groups.push({ surveyId, property: 'language', value: language })
  for (const [property, value] of Object.entries(properties))
    if (value !== '' && !(language && property === 'language'))
      groups.push({ surveyId, property, value })
  return groups
}

/**
 * Statements that put a stored response into its groups, making those that are new.
 * Once a group is on disk its number is remembered, and joining it is all that is left to do.
 */
export function joinGroups(db: Db, responseId: string, groups: Group[]): Statement[] {
  const known = knownGroups(db)
  const numbers = groups.map((group) => known.get(keyOf(group)))
  if (numbers.includes(undefined))
    return [
      ...groups.map((group) => makeGroup(db.orm, group)),
      ...groups.map((group) => joinByName(db.orm, { ...group, responseId })),
    ]
  const found = numbers.filter((number) => number != null)
  return [joinByNumber(found.length)(db.orm, { responseId, ...found })]
}

/**
 * The numbers of the groups of many responses, made where they are new; a property that has no groups
 * has no number.
 */
export async function numberGroups(db: Db, responses: Group[][]): Promise<number[][]> {
  const known = knownGroups(db)
  const numbers = new Map<string, number | null>()
  const fresh = new Map<string, Group>()
  const keyed = responses.map((groups) =>
    groups.map((group) => {
      const key = keyOf(group)
      const number = known.get(key)
      if (number === undefined) fresh.set(key, group)
      else numbers.set(key, number)
      return key
    }),
  )
  if (fresh.size) {
    const groups = [...fresh.values()]
    await db.atomically((orm) => groups.map((group) => makeGroup(orm, group)))
    await rememberGroups(db, groups)
    for (const [key, group] of fresh)
      numbers.set(key, known.get(key) ?? (await readNumber(db, group)))
  }
  return keyed.map((keys) => keys.flatMap((key) => numbers.get(key) ?? []))
}

/** Remembers the groups whose numbers were not known yet; to be called once they are on disk. */
export async function rememberGroups(db: Db, groups: Group[]): Promise<void> {
  const known = knownGroups(db)
  for (const group of groups)
    if (!known.has(keyOf(group))) {
      if (known.size >= 50_000) known.clear()
      known.set(keyOf(group), await readNumber(db, group))
    }
}

/** Found by itself when a value first comes; the caps send what comes later to "other". */
const makeGroup = prepared<Group>((orm, value) => {
  const siblings = sql`${segment.surveyId} = ${value('surveyId')} and ${segment.property} = ${value('property')}`
  const properties = sql`(select count(distinct ${segment.property}) from ${segment} where ${segment.surveyId} = ${value('surveyId')} and ${segment.property} <> '')`
  return orm
    .insert(segment)
    .select(
      sql`select null, ${value('surveyId')}, ${value('property')}, case when (select count(*) from ${segment} where ${siblings}) < ${sql.raw(String(MOST_VALUES))} then ${value('value')} else '' end where ${value('property')} = '' or exists (select 1 from ${segment} where ${siblings}) or ${properties} < ${sql.raw(String(MOST_PROPERTIES))}`,
    )
    .onConflictDoNothing()
})

const joinByName = prepared<Group & { responseId: string }>((orm, value) =>
  orm
    .insert(responseSegment)
    .select(
      sql`select ${response.no}, ${segment.id} from ${response} join ${segment} on ${segment.id} = (select ${segment.id} from ${segment} where ${segment.surveyId} = ${value('surveyId')} and ${segment.property} = ${value('property')} and ${segment.value} in (${value('value')}, '') order by ${segment.value} desc limit 1) where ${response.id} = ${value('responseId')}`,
    )
    .onConflictDoNothing(),
)

type Numbers = Record<string, unknown> & { responseId: string }
const joins: ((orm: Orm, values: Numbers) => Statement)[] = []

/** One statement for all groups of a response; built once per number of groups. */
function joinByNumber(count: number) {
  return (joins[count] ??= prepared<Numbers>((orm, value) => {
    const numbers = Array.from({ length: count }, (_, index) => sql`(${value(String(index))})`)
    return orm
      .insert(responseSegment)
      .select(
        sql`select ${response.no}, cast(column1 as integer) from ${response}, (values ${sql.join(numbers, sql`, `)}) as numbers where ${response.id} = ${value('responseId')}`,
      )
      .onConflictDoNothing()
  }))
}

/** The number of the group, or of "other" in its place; null when the property has no groups. */
async function readNumber(db: Db, { surveyId, property, value }: Group): Promise<number | null> {
  const [row] = await db.orm
    .select({ id: segment.id })
    .from(segment)
    .where(
      and(
        eq(segment.surveyId, surveyId),
        eq(segment.property, property),
        inArray(segment.value, [value, '']),
      ),
    )
    .orderBy(desc(segment.value))
    .limit(1)
  return row?.id ?? null
}

const knownOf = new WeakMap<Db, Map<string, number | null>>()

function knownGroups(db: Db): Map<string, number | null> {
  let known = knownOf.get(db)
  if (!known) knownOf.set(db, (known = new Map()))
  return known
}

const keyOf = ({ surveyId, property, value }: Group) => `${surveyId}\n${property}\n${value}`
