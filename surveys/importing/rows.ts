import type { z } from 'zod'
import { customerId, emailAddress, personName, wholeName } from '../person.ts'
import { isPlaceholder, isUnfilled } from '../placeholders.ts'
import {
  properties as propertiesSchema,
  readAnswers,
  type Answers,
  type Properties,
} from '../answers.ts'
import { unguardFormulas } from '../csv.ts'
import { dayOf, isoOf, type Day } from '../days.ts'
import { InvalidInput, type FieldError } from '../errors.ts'
import { readOption, readOptions } from '../exporting/options.ts'
import { FOLLOW_UP_STATES, type FollowUpState } from '../followUps.ts'
import { isScored, namesOf, type Question, type SurveyDefinition } from '../definition.ts'
import { isFormulaError } from './columns.ts'
import { readDate } from './dates/dates.ts'
import type { Mapping, Role } from './mapping.ts'
import { readScore } from './scores.ts'

/** One row as it will be stored. */
export type ImportedRow = {
  /** The id that the file gives the response, if it does. */
  responseId: string | null
  answeredAt: number
  day: Day
  language: string | null
  properties: Properties
  /** Personal data, which only leads see. */
  personal?: Properties
  answers: Answers
  customer?: { externalId?: string; email?: string; name?: string }
  /** From a file that Ohlas exported: the name and address that an unsigned link claimed. */
  claimed?: { email: string; name: string }
  /** From a file that Ohlas exported: the state of the response's follow-up; null for none. */
  followUp?: FollowUpState | null
}

/**
 * The outcome of a row: to be stored; unanswered; excluded from scores when it was exported; or
 * invalid, with the reasons.
 */
export type ReadRow =
  { row: ImportedRow } | { unanswered: true } | { excluded: true } | { reasons: string[] }

/** A longer cell means a broken file, in characters. */
export const LONGEST_CELL = 1_000_000

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
/** The states of excluded responses. */
const EXCLUDED = /^(unconfirmed|suspected|test)$/
/** Earlier dates are defaults such as 1970 or 1900, not times of answers. */
const EARLIEST = Date.UTC(1990, 0, 1)

/**
 * Creates the function that validates one row's cells.
 * @param timeZone the workspace's, which determines the day of an answer
 * @param now      milliseconds UTC; answers after today are invalid
 */
export function rowReader(
  survey: SurveyDefinition,
  mapping: Mapping,
  { timeZone, now }: { timeZone: string; now: number },
): (cells: string[]) => ReadRow {
  const columns = mapping.columns.map(({ name, role }, index) => ({ name, role, index }))
  const has = <Kind extends Role['kind']>(kind: Kind) =>
    columns.filter(
      (column): column is typeof column & { role: Extract<Role, { kind: Kind }> } =>
        column.role.kind === kind,
    )
  const answers = has('answer').map((column) => ({
    ...column,
    question: survey.questions.find((question) =>
      namesOf(question).includes(column.role.question),
    )!,
  }))
  const properties = has('property')
  const personal = has('personal')
  const home = mapping.zone?.zone ?? { timeZone }
  const place = (kind: Role['kind']) => columns.find(({ role }) => role.kind === kind)?.index ?? -1
  const at = {
    date: place('date'),
    email: place('email'),
    name: place('name'),
    firstName: place('firstName'),
    lastName: place('lastName'),
    customerId: place('customerId'),
    responseId: place('responseId'),
    language: place('language'),
    customerVerified: place('customerVerified'),
    otherProperties: place('otherProperties'),
    otherPersonal: place('otherPersonal'),
    state: place('state'),
    followUpState: place('followUpState'),
  }

  const today = dayOf(now, timeZone)
  return (written) => {
    if (written.every((cell) => cell === '')) return { unanswered: true }
    const broken = brokenCells(written, mapping)
    if (broken.length) return { reasons: broken }
    const cells = mapping.ownRoles
      ? written.map(unguardFormulas)
      : written.map((cell) => (isFormulaError(cell) ? '' : cell))
    if (EXCLUDED.test(cells[at.state] ?? '')) return { excluded: true }
    const reasons: string[] = []
    const cell = (index: number) => cells[index] ?? ''
    // Ohlas's own exports leave missing names empty, so a word such as "none" is a name in them.
    const isNobody = mapping.ownRoles ? isUnfilled : isPlaceholder
    const named = (text: string) => (isNobody(text) ? '' : text)
    const refuse = (index: number, reason: string) =>
      reasons.push(`${columns[index]!.name}: ${reason} (${excerpt(cell(index))})`)

    const sent = answers.map(({ question, role, index }) => [
      role.question,
      role.question === question.id ? readAnswer(question, cell(index)) : cell(index),
    ])
    const read = tryToRead(survey, Object.fromEntries(sent) as Record<string, unknown>)
    if ('errors' in read)
      for (const { field, message } of read.errors)
        refuse(answers.find(({ role }) => field.split('.')[1] === role.question)!.index, message)

    if ('answers' in read && !Object.keys(read.answers).length) return { unanswered: true }

    const date = mapping.date ?? cell(at.date)
    const dated =
      date === ''
        ? { problem: 'must not be empty' }
        : readInstant(date, mapping.order, home, { timeZone })
    const problem = dateProblem(dated, today, timeZone)
    if (problem && mapping.date) reasons.push(`--date ${problem}`)
    else if (problem) refuse(at.date, problem)

    const readPerson = (index: number, schema: z.ZodType<string>, text = named(cell(index))) => {
      const result = text.trim() === '' ? null : schema.safeParse(text)
      if (result?.success === false)
        refuse(index === -1 ? at.firstName : index, result.error.issues[0]!.message)
      return result?.data ?? ''
    }
    const email = readPerson(at.email, emailAddress)
    const language = languageOf(named(cell(at.language)))
    if (language === undefined) refuse(at.language, 'must be a language code such as "en"')
    const name = readPerson(
      at.name,
      personName,
      wholeName(named(cell(at.name)), named(cell(at.firstName)), named(cell(at.lastName))),
    )
    const id = cell(at.customerId)
    const externalId = readPerson(at.customerId, customerId, isPlaceholder(id) ? '' : id)
    const isClaimed = cell(at.customerVerified) === 'no'
    for (const { index } of [...properties, ...personal])
      if (cell(index).length > 200) refuse(index, 'must have at most 200 characters')
    const others = readProperties(cell(at.otherProperties))
    if (!others) refuse(at.otherProperties, 'must be properties as JSON, as they were exported')
    const otherPersonal = readProperties(cell(at.otherPersonal))
    if (!otherPersonal)
      refuse(at.otherPersonal, 'must be properties as JSON, as they were exported')
    const followUp = cell(at.followUpState) || null
    if (followUp !== null && !isFollowUpState(followUp))
      refuse(at.followUpState, `must be one of ${FOLLOW_UP_STATES.join(', ')}`)

    if (reasons.length || 'errors' in read || 'problem' in dated || language === undefined)
      return { reasons }
    const answeredAt = dated.at
    const valuesOf = (some: { role: { property: string }; index: number }[]) =>
      Object.fromEntries(
        some
          .filter(({ index }) => cell(index) !== '')
          .map(({ role, index }) => [role.property, cell(index)]),
      )
    const personalValues = { ...otherPersonal, ...valuesOf(personal) }
    return {
      row: {
        responseId: named(cell(at.responseId)) || null,
        answeredAt,
        day: dayOf(answeredAt, timeZone),
        language,
        properties: { ...others, ...valuesOf(properties) },
        ...(Object.keys(personalValues).length && { personal: personalValues }),
        answers: read.answers,
        ...(isClaimed ? { claimed: { email, name } } : customerOf({ externalId, email, name })),
        ...(mapping.ownRoles && { followUp: followUp as FollowUpState | null }),
      },
    }
  }
}

/** Reads an instant; to the millisecond if it is in the format of Ohlas's exports. */
function readInstant(...[text, ...zones]: Parameters<typeof readDate>) {
  const at = ISO_INSTANT.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(at) ? readDate(text, ...zones) : { at }
}

/** Compares days rather than times, because a date without a time is read as noon. */
function dateProblem(
  dated: ReturnType<typeof readDate>,
  today: Day,
  timeZone: string,
): string | null {
  if ('problem' in dated) return dated.problem
  if (dayOf(dated.at, timeZone) > today)
    return `must not be in the future: today is ${isoOf(today)}`
  return dated.at < EARLIEST ? 'must be a date after 1989' : null
}

function customerOf(fields: { externalId: string; email: string; name: string }) {
  const named = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
  return Object.keys(named).length ? { customer: named } : {}
}

function brokenCells(cells: string[], mapping: Mapping): string[] {
  if (cells.length !== mapping.columns.length)
    return [`has ${cells.length} columns where the header has ${mapping.columns.length}`]
  return mapping.columns.flatMap(({ name, role }, index) => {
    const cell = cells[index]!
    if (cell.length > LONGEST_CELL) return [`${name}: is larger than 1 MB`]
    // Answers lose NUL characters when they are stored. A name or an id would become another one.
    if (role.kind !== 'answer' && cell.includes('\0')) return [`${name}: contains NUL characters`]
    return []
  })
}

function readAnswer(question: Question, cell: string): unknown {
  if (isScored(question) || question.kind === 'scale') return readScore(cell, question.kind)
  if (question.kind === 'choices') return cell && (readOptions(question, cell) ?? partsOf(cell))
  if (question.kind === 'yesno') return readYesOrNo(cell) ?? readOption(question, cell) ?? cell
  return question.kind === 'choice' ? (readOption(question, cell) ?? cell) : cell
}

function readYesOrNo(cell: string): string | null {
  if (/^(yes|y|true|1)$/i.test(cell)) return 'yes'
  return /^(no|n|false|0)$/i.test(cell) ? 'no' : null
}

const partsOf = (cell: string) =>
  cell
    .split(/[;,|]/)
    .map((part) => part.trim())
    .filter(Boolean)

/** Reads an export's column of further properties, as JSON; null if invalid. */
function readProperties(cell: string): Properties | null {
  if (cell === '') return {}
  try {
    return propertiesSchema.safeParse(JSON.parse(cell)).data ?? null
  } catch {
    return null
  }
}

const isFollowUpState = (text: string): text is FollowUpState =>
  (FOLLOW_UP_STATES as readonly string[]).includes(text)

function tryToRead(
  survey: SurveyDefinition,
  sent: Record<string, unknown>,
): { answers: Answers } | { errors: FieldError[] } {
  try {
    // An empty cell is an unanswered question of any kind.
    const filled = Object.fromEntries(Object.entries(sent).filter(([, answer]) => answer !== ''))
    return { answers: readAnswers(survey, filled) }
  } catch (error) {
    if (error instanceof InvalidInput) return { errors: error.errors }
    throw error
  }
}

/** Normalises a language code: `EN_us` → `en-US`; `null` for none, `undefined` if invalid. */
function languageOf(text: string): string | null | undefined {
  if (text === '') return null
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
