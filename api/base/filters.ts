import { z } from '@hono/zod-openapi'
import { FOLLOW_UP_STATES, EXCLUDED_STATES } from '../../db/schema/index.ts'
import type { SegmentFilter } from '../../db/scoreboard/matching.ts'
import type { Search } from '../../db/search/matching.ts'
import { findGroups } from '../../db/properties/findGroups.ts'
import { readFloodId } from '../../db/floods/floods.ts'
import type { Db } from '../../db/statements.ts'
import { COUNTINGS, MOST_SEGMENTS } from '../../surveys/counting.ts'
import { dayFromIso, startOf } from '../../surveys/days.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { ALL_CLOSE_REASONS } from '../../surveys/followUps.ts'
import { BANDS } from '../../surveys/scoring/metrics.ts'
import { searchTokens } from '../../surveys/search/searchTokens.ts'
import { searchedNumber, searchTerms } from '../../surveys/search/searchTerms.ts'
import { seesNames, type Actor } from './access.ts'
import type { Deps } from './deps.ts'
import { endOfToday } from './today.ts'

// Query parameters. Every name that isn't one of the route's own is a property, such as
// `?channel=chat`; a property with such a name is written `?p.state=CA`.

const once = z.string('must be given once')
const DATE = 'must be a date such as 2026-11-22'
export const isoDay = z
  .string({ error: ({ input }) => (Array.isArray(input) ? 'must be given once' : DATE) })
  .refine((iso) => dayFromIso(iso) !== null, DATE)
  .transform((iso) => dayFromIso(iso)!)

const wholeNumber = (from: number, to: number) => {
  const message = `must be a whole number from ${from} to ${to}`
  return once
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((n) => n >= from && n <= to, message)
}

const named = once.min(1, 'must not be empty')

const range = { from: isoDay.optional(), to: isoDay.optional() }
const page = { cursor: once.optional(), limit: wholeNumber(1, 200).default(50) }

export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, `must be one of ${values.join(', ')}`)

const counting = oneOf(COUNTINGS).default('answers').openapi({
  description:
    '`answers` counts every answer; `customers` only each customer’s latest within the chosen days and groups',
})

const STEPS = ['day', 'week', 'month'] as const

export const scoreQuery = z
  .object({
    ...range,
    question: named.optional(),
    counting,
    by: oneOf(STEPS)
      .optional()
      .openapi({ description: 'Default: by day; by month for more than ten years' }),
  })
  .catchall(once)

const lang = named.optional().openapi({
  description: 'Language of the texts, where the survey has it; otherwise its first language',
})

/** The answers to every question; `question` is the score that they are compared with. */
export const resultsQuery = scoreQuery.omit({ by: true }).extend({ lang })

export const resultPeriodsQuery = scoreQuery.extend({ by: oneOf(STEPS).default('week') })

export const resultGroupsQuery = scoreQuery.omit({ by: true }).extend({ split: named })

/**
 * Compares a score with an earlier one: of the days right before, the same days a year before, or any
 * others.
 */
export const changeQuery = scoreQuery.extend({
  against: oneOf(['previous', 'year', 'custom']).default('previous'),
  beforeFrom: isoDay.optional(),
  beforeTo: isoDay.optional(),
})

const SEARCH_HELP =
  'Words, all of which must occur, the last one also as the beginning of a word, or the number of a response; of names and addresses for leads only'

const search = once
  .refine((text) => searchTokens(text).length > 0, 'must contain a letter or a digit')
  .optional()
  .openapi({ description: SEARCH_HELP })

const responses = {
  ...range,
  q: search,
  sort: oneOf(['newest', 'oldest', 'lowest', 'highest']).default('newest').openapi({
    description: 'The order of the list and the export, by time or by score',
  }),
  comments: oneOf(['true']).optional().openapi({ description: 'Only responses with a comment' }),
  answered: named.optional().openapi({
    description: 'Only responses that answered this question, of any kind',
  }),
  state: oneOf(['counted', 'excluded', ...EXCLUDED_STATES])
    .default('counted')
    .openapi({
      description: 'Counted responses, all `excluded` ones, or one kind of them',
    }),
  question: named.optional().openapi({
    description: 'Only responses that answered this scored question; `band` then means its bands',
  }),
  band: oneOf(BANDS).optional(),
  score: wholeNumber(0, 10).optional(),
  counting,
  tag: named.optional().openapi({ description: 'Only responses with this tag' }),
  without: named.optional().openapi({ description: 'Only responses without this property' }),
  flood: once
    .refine((id) => readFloodId(id) !== null, 'must be the id of a flood')
    .transform((id) => readFloodId(id)!)
    .optional()
    .openapi({
      type: 'string',
      description:
        'Only the unreviewed answers of this flood. They are suspected, so `state` may be omitted',
    }),
}

export const responseQuery = z.object({ ...responses, ...page }).catchall(once)

export const responseCountQuery = z.object(responses).catchall(once)

export const followUpQuery = z
  .object({
    ...range,
    ...page,
    q: search.openapi({
      description: `${SEARCH_HELP}. Also finds words of the notes on a case and of logged contacts`,
    }),
    state: oneOf(['open', 'closed', ...FOLLOW_UP_STATES])
      .optional()
      .openapi({
        description:
          'One state, or `open` (new and contacted) or `closed` (resolved and dismissed)',
      }),
    owner: named.optional().openapi({ description: 'The id of a person, `me` or `none`' }),
    survey: named.optional(),
    overdue: oneOf(['true']).optional(),
    reason: oneOf(ALL_CLOSE_REASONS).optional(),
    unreachable: oneOf(['true']).optional().openapi({
      description: 'Only cases without an address, a phone number or a verified customer id',
    }),
  })
  .catchall(once)

/**
 * Rejects parameter names that would be lost when the query is read into an object.
 * @throws InvalidInput naming it
 */
export function checkNames(url: string) {
  for (const name of new URL(url).searchParams.keys()) {
    if (name === '') throw new InvalidInput([{ field: name, message: 'must have a name' }])
    if (name === '__proto__')
      throw new InvalidInput([{ field: name, message: 'must be written "p.__proto__"' }])
  }
}

/** Whether a parameter names an answer: `a.QUESTION`. A property with such a name is `p.a.…`. */
export const isAnswerName = (name: string) => name.startsWith('a.')

type Query = { from?: number; to?: number } & Record<string, unknown>

/** Returns the property filters in a query. @param own the route's own parameters */
export function propertiesOf(query: Query, own: z.ZodObject): SegmentFilter[] {
  return Object.entries(query)
    .filter(([name]) => !Object.hasOwn(own.shape, name) && !isAnswerName(name))
    .map(([name, value]) => ({ property: name.replace(/^p\./, ''), value: value as string }))
}

/**
 * Parses the actor's search; only leads can find responses by customer.
 * @param own `seesNotes`: also by the notes on their cases
 */
export function searchOf(
  actor: Actor,
  text: string | undefined,
  own: { seesNotes?: boolean } = {},
): Search | undefined {
  if (text === undefined) return undefined
  const terms = searchTerms(text, { seesPersonal: seesNames(actor), ...own })
  return { terms, number: searchedNumber(text) }
}

/** @throws InvalidInput if the range ends before it begins */
export function checkOrder({ from, to }: Query) {
  if (from !== undefined && to !== undefined && from > to)
    throw new InvalidInput([
      { field: 'from', message: 'must not be after "to"' },
      { field: 'to', message: 'must not be before "from"' },
    ])
}

/**
 * Converts a range of days to times in the workspace's time zone, up to the end of today at most;
 * `until` is exclusive.
 */
export function instantsOf(
  query: Query,
  world: Pick<Deps, 'now' | 'workspace'>,
): { since?: number; until: number } {
  checkOrder(query)
  const { timeZone } = world.workspace
  const until = query.to === undefined ? Infinity : startOf(query.to + 1, timeZone)
  return {
    since: query.from === undefined ? undefined : startOf(query.from, timeZone),
    until: Math.min(until, endOfToday(world)),
  }
}

/**
 * Checks that a survey's scores have groups for these properties.
 * @throws InvalidInput naming the property, a value that is counted among "other", or those beyond
 *   three
 * @throws BeingCounted
 */
export async function checkSegments(db: Db, surveyId: string, filters: SegmentFilter[]) {
  if (filters.length > MOST_SEGMENTS)
    throw new InvalidInput(
      filters.slice(MOST_SEGMENTS).map(({ property }) => ({
        field: property,
        message: `only ${MOST_SEGMENTS} properties at a time can be filtered by`,
      })),
    )
  for (const { property, value } of filters) {
    const values = await findValues(db, { surveyId, property, value }, property)
    if (!values.has(value) && values.has(''))
      throw new InvalidInput([
        { field: property, message: 'has too many values; this one is counted among the others' },
      ])
  }
}

/**
 * Checks that a survey has the property.
 * @throws InvalidInput naming the field
 */
export async function checkProperty(db: Db, surveyId: string, property: string, field: string) {
  await findValues(db, { surveyId, property }, field)
}

type PropertyQuery = { surveyId: string; property: string; value?: string }

async function findValues(db: Db, { surveyId, property, value }: PropertyQuery, field: string) {
  const values = property ? await findGroups(db, surveyId, property, value) : new Set<string>()
  if (!values.size) throw new InvalidInput([{ field, message: 'is not a property of this survey' }])
  return values
}

/**
 * Cuts a page from a list's rows.
 * @param rows one more than the page holds, if there are more
 * @param end the place of the page's last row
 * @returns the page and the cursor of the next one, null after the last
 */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  end: (last: Row) => (string | number | null)[],
) {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, next: last && rows.length > page.length ? cursorOf(end(last)) : null }
}

/** Encodes where a page of a list ended, as opaque text. */
function cursorOf(place: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** @throws InvalidInput for a cursor that this server did not create */
export function placeOf<Schema extends z.ZodType>(schema: Schema, cursor: string | undefined) {
  if (cursor === undefined) return undefined
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new InvalidInput([{ field: 'cursor', message: 'must be the "next" of an earlier page' }])
  }
}
