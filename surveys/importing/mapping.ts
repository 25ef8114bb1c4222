import {
  isScored,
  mainQuestion,
  namesOf,
  type Question,
  type SurveyDefinition,
} from '../definition.ts'
import { isNetworkAddress } from '../personal.ts'
import { distinctShare, share, type Column } from './columns.ts'
import type { DateOrder } from './dates/dates.ts'
import { bestComment } from './commentColumns.ts'
import { holdingOf, placeholderShare } from './customerColumns.ts'
import { bestDate, isDateColumn, readingOfDates, refuseDateBesideDates } from './dateColumns.ts'
import { hintsOf, isAboutResponses, isAboutStaff, type Hint } from './headers.ts'
import { ownFileRoles } from './ownFile.ts'
import { asProperty, propertyOrNot } from './propertyColumns.ts'
import { listed, refusal } from './refusals.ts'
import { bestScore, isNamedAfter, noScore } from './scoreColumns.ts'
import type { Zone } from './dates/zones.ts'

/** What a column is taken for, besides an answer or a property. */
const PLAIN_ROLES = [
  'date',
  'email',
  'name',
  'firstName',
  'lastName',
  'responseId',
  'customerId',
  'language',
] as const
type PlainRole = (typeof PLAIN_ROLES)[number]

export type Role =
  | { kind: PlainRole }
  | { kind: 'answer'; question: string }
  | { kind: 'property'; property: string }
  /** About the person, for leads alone. */
  | { kind: 'personal'; property: string }
  /** Of a file that Ohlas exported itself. */
  | { kind: 'customerVerified' | 'otherProperties' | 'otherPersonal' | 'state' | 'followUpState' }
  | { kind: 'ignored'; why: string }

type MappedColumn = { name: string; role: Role }

export type Mapping = {
  columns: MappedColumn[]
  /** Which number of `3/4/2021` is the day. */
  order: DateOrder
  /** The time zone that the file, or whoever brings it, says its times are in, if either does. */
  zone: { name: string; zone: Zone } | null
  /** The date of every row where the file has none. */
  date?: string
  /** Whether Ohlas exported the file itself: its formulas are guarded and follow-ups have their state. */
  own?: boolean
}

/** What whoever brings the file says about it. */
export type Overrides = {
  /** Column → role, as in `--map role=column`. */
  columns: Record<string, string>
  /** How to read `3/4/2021`. */
  dates?: DateOrder
  /** The one date of all rows, for a file without dates. */
  date?: string
  /** The time zone of times that have none. */
  timeZone?: string
} & TableOverrides

/** What is said about a file's form, where that can't be told from the file. */
export type TableOverrides = {
  encoding?: string
  /** The name of an Excel workbook's sheet. */
  sheet?: string
  /** What separates the cells of a CSV file. */
  separator?: string
  /** The line of a table on which its header begins; 0 for none. */
  headerRow?: number
  /** The path of the list of responses in JSON: `data.responses`. */
  jsonList?: string
}

/**
 * Decides what each column of a file is, from the words of its name and from all that is in it.
 * @param columns what the cells of each column say
 * @param overrides  what was said about the file; it goes before anything found out
 * @throws InvalidInput where that leaves something open (the score, the date, the order of day and
 *         month) and where a wish can't be fulfilled; each message says what to add to the command
 */
export function mapColumns(
  columns: Column[],
  survey: SurveyDefinition,
  overrides: Overrides,
): Mapping {
  const roles = wishedRoles(columns, survey, overrides)
  const free = () => columns.filter(({ name }) => !roles.has(name))
  const give = (column: Column | undefined, role: Role) => column && roles.set(column.name, role)
  const taken = (role: Role) => [...roles.values()].some((given) => isSameRole(given, role))

  const own = ownFileRoles(
    columns.map(({ name }) => name),
    survey,
  )
  if (own) {
    for (const column of free()) {
      const role = own.get(column.name)!
      give(column, taken(role) ? { kind: 'ignored', why: 'another column is that' } : role)
    }
    if (!taken(answerTo(mainQuestion(survey)))) throw noScore(columns, mainQuestion(survey))
    return {
      columns: named(columns, roles),
      ...readingOfDates(columns, roles, overrides),
      own: true,
    }
  }

  for (const column of free()) {
    const why = reasonToIgnore(column)
    if (why) give(column, { kind: 'ignored', why })
  }
  if (overrides.date) refuseDateBesideDates(free())
  else if (!taken({ kind: 'date' })) give(bestDate(free()), { kind: 'date' })
  for (const column of free())
    if (isDateColumn(column)) give(column, { kind: 'ignored', why: 'another date' })

  for (const question of survey.questions.filter((question) => !isScored(question)))
    if (!taken({ kind: 'answer', question: question.id }))
      give(
        free().find((column) => isNamedAfter(column.name, question)),
        answerTo(question),
      )
  for (const question of survey.questions)
    if (isScored(question) && !taken(answerTo(question)))
      give(bestScore(free(), question, survey), answerTo(question))
  for (const role of PLAIN_ROLES)
    if (!taken({ kind: role })) give(bestFor(role, free()), { kind: role })
  for (const column of free().filter(({ name }) => hintsOf(name).has('customer'))) {
    const people = columns.filter(({ name }) => PEOPLE.includes(roles.get(name)?.kind ?? ''))
    const holding = holdingOf(column, people)
    const isNamed = holding === 'name' && PEOPLE.slice(1).some((kind) => taken({ kind } as Role))
    if (holding && !isNamed && !taken({ kind: holding })) give(column, { kind: holding })
  }
  const text = survey.questions.find(({ kind }) => kind === 'text')
  if (text && !taken(answerTo(text))) give(bestComment(free()), answerTo(text))

  for (const column of free()) give(column, propertyOrNot(column, roles))
  return { columns: named(columns, roles), ...readingOfDates(columns, roles, overrides) }
}

/** What tells customers apart beside an id. */
const PEOPLE: string[] = ['email', 'name', 'firstName', 'lastName']

const isSameRole = (one: Role, other: Role) => JSON.stringify(one) === JSON.stringify(other)

const answerTo = ({ id }: Question): Role => ({ kind: 'answer', question: id })

function wishedRoles(
  columns: Column[],
  survey: SurveyDefinition,
  overrides: Overrides,
): Map<string, Role> {
  const roles = new Map<string, Role>()
  for (const [name, overridden] of Object.entries(overrides.columns)) {
    if (!columns.some((column) => column.name === name))
      throw refusal(`the file has no column "${name}"; it has ${listed(columns)}`, 'map')
    const property = asProperty('property', { name }, roles)
    const role = overridden === 'property' ? property : wishedRole(overridden, survey)
    const other = [...roles].find(([, given]) => isSameRole(given, role))
    if (other && role.kind !== 'ignored')
      throw refusal(`"${other[0]}" and "${name}" can't both be ${overridden}`, 'map')
    roles.set(name, role)
  }
  return roles
}

function wishedRole(overridden: string, survey: SurveyDefinition): Role {
  const names = survey.questions.flatMap(namesOf)
  if (names.includes(overridden)) return { kind: 'answer', question: overridden }
  if (overridden === 'score') return answerTo(mainQuestion(survey))
  const text = survey.questions.find(({ kind }) => kind === 'text')
  if (overridden === 'comment' && text) return answerTo(text)
  if (overridden === 'ignore') return { kind: 'ignored', why: 'as asked' }
  const plain = PLAIN_ROLES.find((role) => role === overridden)
  if (plain) return { kind: plain }
  const known = ['score', ...(text ? ['comment'] : []), ...PLAIN_ROLES, 'property', 'ignore']
  throw refusal(
    `"${overridden}" is no role: it is one of ${known.join(', ')}, or a question: ${names.join(', ')}`,
    'map',
  )
}

function reasonToIgnore(column: Column): string | null {
  const hints = hintsOf(column.name)
  if (column.filled === 0) return 'empty'
  if (hints.has('network') || share(column, (value) => isNetworkAddress(column.name, value)) > 0.5)
    return 'IP addresses are not stored'
  if (hints.has('technical') && !isNumberOfTokens(column)) return 'technical'
  if (hints.has('derived') && !column.more && column.values.size <= 366 && !isDateColumn(column))
    return 'follows from the date'
  return null
}

type Kind = {
  hint: Hint
  fits: (column: Column) => boolean
  /** Names that go before others, the best first. */
  ranks?: ((name: string) => boolean)[]
}

const KINDS: Record<PlainRole, Kind> = {
  date: { hint: 'date', fits: isDateColumn },
  email: { hint: 'email', fits: (column) => holdsEmails(column) && !isAboutStaff(column.name) },
  name: { hint: 'name', fits: (column) => !holdsEmails(column) && isWords(column) },
  firstName: { hint: 'firstName', fits: isWords },
  lastName: { hint: 'lastName', fits: isWords },
  customerId: {
    hint: 'customerId',
    fits: (column) => column.sentences === 0 && column.longest <= 200,
  },
  responseId: {
    hint: 'responseId',
    ranks: [isAboutResponses, (name) => !hintsOf(name).has('customerId')],
    // Rows that stand there twice make it no less a column of ids.
    fits: (column) =>
      column.longest <= 200 && (isAboutResponses(column.name) || distinctShare(column) >= 0.5),
  },
  language: {
    hint: 'language',
    fits: (column) =>
      share(column, (value) => /^[a-z]{2,3}([-_][a-z]{2,4}){0,2}$/i.test(value)) > 0.8,
  },
}

/** Typeform's "#" holds the token of each response; elsewhere it counts the rows. */
function isNumberOfTokens(column: Column): boolean {
  const isToken = (value: string) => /^(?=.*\d)(?=.*[a-z])[\w-]{8,}$/i.test(value)
  return column.name.trim() === '#' && share(column, isToken) > 0.8
}

function bestFor(role: PlainRole, columns: Column[]): Column | undefined {
  const fitting = columns.filter((column) => isA(role, column))
  const ranks = [...(KINDS[role].ranks ?? []), () => true]
  return ranks.flatMap((isBetter) => fitting.filter(({ name }) => isBetter(name)))[0]
}

function isA(role: PlainRole, column: Column): boolean {
  const { hint, fits } = KINDS[role]
  const named =
    hintsOf(column.name).has(hint) || (role === 'responseId' && isNumberOfTokens(column))
  // Addresses are known by their look; those that come again and again are the company's own.
  if (role === 'email' && !named) return fits(column) && column.values.size > column.filled / 2
  return named && fits(column)
}

function holdsEmails(column: Column): boolean {
  return column.emails > 0.8 * column.filled * (1 - placeholderShare(column))
}

function isWords(column: Column): boolean {
  return column.longest <= 200 && share(column, (value) => /\p{L}/u.test(value)) > 0
}

function named(columns: Column[], roles: Map<string, Role>): MappedColumn[] {
  return columns.map(({ name }) => ({ name, role: roles.get(name)! }))
}
