import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Properties } from '../surveys/answers.ts'
import type { Db, Statement } from './open.ts'
import { prepared } from './prepared.ts'
import { responseSegment, segment } from './schema.ts'

/** A property has a group for each of its values until there are this many of them. */
export const MOST_VALUES = 200
/** A survey has groups for this many properties; later ones are kept and shown, not scored. */
const MOST_PROPERTIES = 20
/** Values without a group of their own are remembered, too, and there is no end of those. */
const MOST_REMEMBERED = 10_000

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
 * The numbers of the groups of many responses, made where they are new; a property that has no groups
 * has no number. Once a group is on disk its number is remembered.
 */
export async function numberGroups(db: Db, responses: Group[][]): Promise<number[][]> {
  const known = knownGroups(db)
  const numbers = responses.map((groups) => known.numbersOf(groups))
  if (numbers.every((each) => each !== undefined)) return numbers
  const fresh = known.missing(responses)
  await db.atomically((orm) => fresh.map((group) => makeGroup(orm, group)))
  for (const group of fresh) known.remember(group, await readNumber(db, group))
  // What was known may have been forgotten while this waited.
  const numberOf = async (group: Group) => known.find(group) ?? (await readNumber(db, group)) ?? []
  return Promise.all(
    responses.map(async (groups) => (await Promise.all(groups.map(numberOf))).flat()),
  )
}

/** The numbers of the groups of everyone. */
export const IS_EVERYONE = sql`select ${segment.id} from ${segment} where ${segment.property} = ''`

/**
 * Takes away those of some groups that have lost their last member: their values may have been that
 * member's alone. To be run at once, so that whoever joins one of them meanwhile asks for it anew.
 */
export function dropEmptyGroups(db: Db, numbers: number[]): Statement {
  knownGroups(db).forget()
  return db.orm
    .delete(segment)
    .where(
      and(
        inArray(segment.id, numbers),
        sql`${segment.property} <> '' and not exists (select 1 from ${responseSegment} where ${responseSegment.segmentId} = ${segment.id})`,
      ),
    )
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

/** Groups whose numbers were read, by survey, property and value; null for those that have none. */
class KnownGroups {
  #size = 0
  #numbers = new Map<string, Map<string, Map<string, number | null>>>()

  find({ surveyId, property, value }: Group): number | null | undefined {
    return this.#numbers.get(surveyId)?.get(property)?.get(value)
  }

  /** Undefined when some group is not known. */
  numbersOf(groups: Group[]): number[] | undefined {
    const numbers: number[] = []
    for (const group of groups) {
      const number = this.find(group)
      if (number === undefined) return undefined
      if (number !== null) numbers.push(number)
    }
    return numbers
  }

  missing(responses: Group[][]): Group[] {
    const missing = new Map<string, Group>()
    for (const groups of responses)
      for (const group of groups)
        if (this.find(group) === undefined) missing.set(JSON.stringify(group), group)
    return [...missing.values()]
  }

  remember({ surveyId, property, value }: Group, number: number | null) {
    if (this.#size >= MOST_REMEMBERED) this.forget()
    within(within(this.#numbers, surveyId), property).set(value, number)
    this.#size++
  }

  forget() {
    this.#numbers.clear()
    this.#size = 0
  }
}

function within<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  let map = maps.get(key)
  if (!map) maps.set(key, (map = new Map()))
  return map
}

const knownOf = new WeakMap<Db, KnownGroups>()

function knownGroups(db: Db): KnownGroups {
  let known = knownOf.get(db)
  if (!known) knownOf.set(db, (known = new KnownGroups()))
  return known
}
