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
import { customerContentOf, placeholderShare } from './customerColumns.ts'
import { bestDate, isDateColumn, dateSettings, refuseDateBesideDates } from './dateColumns.ts'
import { hintsOf, isAboutResponses, isAboutStaff, type Hint } from './headers.ts'
import { ownFileRoles } from './ownFile.ts'
import { asProperty, propertyOrNot } from './propertyColumns.ts'
import { listed, refusal } from './refusals.ts'
import { bestScore, isNamedAfter, noScore } from './scoreColumns.ts'
import type { Zone } from './dates/zones.ts'

/** Roles that need nothing but their kind; each applies to at most one column. */
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
  /** Personal data, which only leads see. */
  | { kind: 'personal'; property: string }
  /** Only in a file that Ohlas exported. */
  | { kind: 'customerVerified' | 'otherProperties' | 'otherPersonal' | 'state' | 'followUpState' }
  | { kind: 'ignored'; why: string }

type MappedColumn = { name: string; role: Role }

export type Mapping = {
  columns: MappedColumn[]
  /** Whether `3/4/2021` is 3 April or 4 March. */
  order: DateOrder
  /** The time zone of times that don't include one, if the file or an override states it. */
  zone: { name: string; zone: Zone } | null
  /** The date of every row, if the file has no dates. */
  date?: string
  /** Whether Ohlas exported the file: formulas are then guarded, and follow-ups have a state. */
  ownRoles?: boolean
}

/** The user's settings for a file, in place of what is detected. */
export type Overrides = {
  /** Column → role, as in `--map role=column`. */
  columns: Record<string, string>
  /** Whether `3/4/2021` is 3 April or 4 March. */
  dates?: DateOrder
  /** One date for all rows of a file without dates, as `2024-05-01`. */
  date?: string
  /** The time zone of times that don't include one. */
  timeZone?: string
} & TableOverrides

/** The user's settings for a file's format. */
export type TableOverrides = {
  encoding?: string
  /** The name of an Excel workbook's sheet. */
  sheet?: string
  /** The separator of a CSV file's cells. */
  separator?: string
  /** The line of a table on which its header begins; 0 for none. */
  headerRow?: number
  /** The path of the list of responses in JSON: `data.responses`. */
  jsonList?: string
}

/**
 * Decides what each column of a file is, from its name and the statistics of its cells.
 * @param columns   each column's statistics
 * @param overrides take precedence over what is detected
 * @throws InvalidInput if something is ambiguous (the score, the date, the order of day and month) or an
 *         override can't be applied; each message says which option to add
 */
export function mapColumns(
  columns: Column[],
  survey: SurveyDefinition,
  overrides: Overrides,
): Mapping {
  const roles = overriddenRoles(columns, survey, overrides)
  const free = () => columns.filter(({ name }) => !roles.has(name))
  const assign = (column: Column | undefined, role: Role) => column && roles.set(column.name, role)
  const isTaken = (role: Role) => [...roles.values()].some((assigned) => isSameRole(assigned, role))

  const own = ownFileRoles(
    columns.map(({ name }) => name),
    survey,
  )
  if (own) {
    for (const column of free()) {
      const role = own.get(column.name)!
      assign(column, isTaken(role) ? { kind: 'ignored', why: 'another column is that' } : role)
    }
    if (!isTaken(answerTo(mainQuestion(survey)))) throw noScore(columns, mainQuestion(survey))
    return {
      columns: named(columns, roles),
      ...dateSettings(columns, roles, overrides),
      ownRoles: true,
    }
  }

  for (const column of free()) {
    const why = reasonToIgnore(column)
    if (why) assign(column, { kind: 'ignored', why })
  }
  if (overrides.date) refuseDateBesideDates(free())
  else if (!isTaken({ kind: 'date' })) assign(bestDate(free()), { kind: 'date' })
  for (const column of free())
    if (isDateColumn(column)) assign(column, { kind: 'ignored', why: 'another date' })

  for (const question of survey.questions.filter((question) => !isScored(question)))
    if (!isTaken({ kind: 'answer', question: question.id }))
      assign(
        free().find((column) => isNamedAfter(column.name, question)),
        answerTo(question),
      )
  for (const question of survey.questions)
    if (isScored(question) && !isTaken(answerTo(question)))
      assign(bestScore(free(), question, survey), answerTo(question))
  for (const role of PLAIN_ROLES)
    if (!isTaken({ kind: role })) assign(bestFor(role, free()), { kind: role })
  for (const column of free().filter(({ name }) => hintsOf(name).has('customer'))) {
    const people = columns.filter(({ name }) => PEOPLE.includes(roles.get(name)?.kind ?? ''))
    const holding = customerContentOf(column, people)
    const isNamed = holding === 'name' && PEOPLE.slice(1).some((kind) => isTaken({ kind } as Role))
    if (holding && !isNamed && !isTaken({ kind: holding })) assign(column, { kind: holding })
  }
  const text = survey.questions.find(({ kind }) => kind === 'text')
  if (text && !isTaken(answerTo(text))) assign(bestComment(free()), answerTo(text))

  for (const column of free()) assign(column, propertyOrNot(column, roles))
  return { columns: named(columns, roles), ...dateSettings(columns, roles, overrides) }
}

/** Roles other than an id that identify customers. */
const PEOPLE: string[] = ['email', 'name', 'firstName', 'lastName']

const isSameRole = (one: Role, other: Role) => JSON.stringify(one) === JSON.stringify(other)

const answerTo = ({ id }: Question): Role => ({ kind: 'answer', question: id })

function overriddenRoles(
  columns: Column[],
  survey: SurveyDefinition,
  overrides: Overrides,
): Map<string, Role> {
  const roles = new Map<string, Role>()
  for (const [name, overridden] of Object.entries(overrides.columns)) {
    if (!columns.some((column) => column.name === name))
      throw refusal(`the file has no column "${name}"; it has ${listed(columns)}`, 'map')
    const property = asProperty('property', { name }, roles)
    const role = overridden === 'property' ? property : overriddenRole(overridden, survey)
    const other = [...roles].find(([, assigned]) => isSameRole(assigned, role))
    if (other && role.kind !== 'ignored')
      throw refusal(`"${other[0]}" and "${name}" can't both be ${overridden}`, 'map')
    roles.set(name, role)
  }
  return roles
}

function overriddenRole(overridden: string, survey: SurveyDefinition): Role {
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
  /** Tests of a name by preference, the best first. */
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
    // Ids may repeat, as some files contain rows twice.
    fits: (column) =>
      column.longest <= 200 && (isAboutResponses(column.name) || distinctShare(column) >= 0.5),
  },
  language: {
    hint: 'language',
    fits: (column) =>
      share(column, (value) => /^[a-z]{2,3}([-_][a-z]{2,4}){0,2}$/i.test(value)) > 0.8,
  },
}

/** Whether a column "#" contains response tokens, as Typeform's does, rather than row numbers. */
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
  // An unnamed column of addresses is the customers' only if they vary; repeated ones are the company's.
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
