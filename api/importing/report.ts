import type { ImportedRow } from '../../surveys/importing/rows.ts'
import type { Letters } from '../../surveys/importing/encoding/letters.ts'
import type { Role } from '../../surveys/importing/mapping.ts'
import { BANDS, type Band, type Metric } from '../../surveys/scoring/metrics.ts'
import { namesOf } from '../../surveys/definition.ts'
import { roundHalfAway } from '../../surveys/scoring/round.ts'
import type { Score } from '../../surveys/scoring/score.ts'
import { dayOf, isoOf } from '../../surveys/days.ts'
import type { ImportReport, Preview } from './importing.ts'
import { NO_FOLLOW_UPS } from './followUps.ts'

const BAND_NAMES: Record<Metric, Record<Band, string>> = {
  nps: { unhappy: 'detractor', neutral: 'passive', happy: 'promoter' },
  csat: { unhappy: 'dissatisfied', neutral: 'neutral', happy: 'satisfied' },
  ces: { unhappy: 'hard', neutral: 'neutral', happy: 'easy' },
}

/**
 * Formats a preview as lines of text: mapping, first rows, score, follow-ups, and what can't be stored.
 */
export function previewLines(preview: Preview, timeZone: string): string[] {
  const { table, mapping, first, score, rejected, rows } = preview
  const { storable, existing, repeated, unanswered, excluded } = preview
  const width = Math.max(...mapping.columns.map(({ name }) => shown(name).length))
  return [
    `${preview.file}: ${table.format}${mapping.ownRoles ? ', exported by Ohlas' : ''}; ${rowsInWords(rows)} for the survey "${preview.survey.slug}"`,
    '',
    ...mapping.columns.map(
      ({ name, role }) => `  ${shown(name).padEnd(width)}  ${roleInWords(role, preview)}`,
    ),
    ...(mapping.date ? [`  Every row is dated ${mapping.date}, as asked.`] : []),
    '',
    ...preview.warnings.flatMap((warning) => [`Mind: ${shown(warning, 300)}`, '']),
    ...letterLines(preview.letters),
    `The first rows as they will be stored (times in ${timeZone}):`,
    ...first.map((row) => `  ${rowInWords(row, timeZone)}`),
    '',
    `The score that the file gives: ${scoreInWords(score)}`,
    `${rowsInWords(rows)} = ${count(storable - existing)} to store + ${count(existing)} already there${also(repeated, 'repeated in the file')}${also(unanswered, 'without an answer')}${also(excluded, 'not counted where they were exported')}${also(rejected.count, 'rejected')}`,
    ...followUpLines(preview, timeZone),
    ...changedLines(preview),
    ...rejectionLines(preview),
  ]
}

/**
 * Formats the reconciliation: every row is accounted for, and the stored rows have the file's score.
 */
export function reconciliationLines(report: ImportReport, preview: Preview): string[] {
  const { id, rows, stored, existing, unanswered, excluded, followUps, score, survey } = report
  return [
    `${rowsInWords(rows)} in = ${count(stored)} stored + ${count(report.rejected)} rejected + ${count(existing)} already there${also(unanswered, 'without an answer')}${also(excluded, 'not counted where they were exported')}`,
    `In the file:  ${scoreInWords(preview.score)}`,
    `As stored:    ${scoreInWords(score)}`,
    `Cases:        ${count(followUps)}`,
    `To take this import back: npm run import -- --undo ${id}`,
    ...(report.publishedNow
      ? [
          `The survey "${survey.slug}" had never been published. Its draft is version 1 now, and it is paused: it takes no answers until you publish it on the page "Surveys".`,
        ]
      : []),
  ]
}

function letterLines({ words, damaged }: Letters): string[] {
  const cells = damaged.first.map(
    ({ line, column, text }) => `  line ${line}, ${shown(column)}: ${shown(text)}`,
  )
  const more = damaged.count - damaged.first.length
  return [
    ...(words.length
      ? [`Words as they will be stored: ${words.map((word) => shown(word)).join(', ')}`, '']
      : []),
    ...(damaged.count
      ? [
          `${count(damaged.count)} ${damaged.count === 1 ? 'cell has' : 'cells have'} bytes that are no letters in this encoding; each is stored as �:`,
          ...cells,
          ...(more > 0 ? [`  and ${count(more)} more`] : []),
          '',
        ]
      : []),
  ]
}

function followUpLines(
  { followUps, followUpsSince, mapping }: Preview,
  timeZone: string,
): string[] {
  const { opened, left, restored } = followUps
  if (mapping.ownRoles)
    return [
      `Cases: ${count(restored)} come with the file, in the state they had${left ? `; ${count(left)} are left out` : ''}`,
    ]
  if (!opened && !left) return ['Cases: none, as no low answer is new']
  const why =
    followUpsSince === NO_FOLLOW_UPS
      ? 'as asked'
      : `from before ${isoOf(dayOf(followUpsSince, timeZone))}`
  return [
    `Cases: ${count(opened)} will be opened for low answers${left ? `; ${count(left)} low ${left === 1 ? 'answer opens' : 'answers open'} none, ${why} (--cases all opens one for each)` : ''}`,
  ]
}

function changedLines({ changed }: Preview): string[] {
  if (!changed.count) return []
  return [
    '',
    `${count(changed.count)} of the rows already there ${changed.count === 1 ? 'says' : 'say'} something else in the file; what is stored stays:`,
    ...lineList(changed),
  ]
}

function rejectionLines({ rejected }: Preview): string[] {
  if (!rejected.count) return []
  return [
    '',
    `${rowsInWords(rejected.count)} can't be stored, so nothing is, unless they are left out (--skip-rejected):`,
    ...lineList(rejected),
  ]
}

function lineList({ count: all, first, listedIn }: Preview['rejected']): string[] {
  const more = all - first.length
  return [
    ...first.map(({ line, reasons }) => `  line ${line}: ${reasons.join('; ')}`),
    ...(more > 0 ? [`  and ${count(more)} more`] : []),
    `All of them are listed in ${listedIn}.`,
  ]
}

function roleInWords(role: Role, { definition, mapping }: Preview): string {
  switch (role.kind) {
    case 'answer':
      return answerInWords(role.question, definition)
    case 'property':
      return `property ${role.property}`
    case 'personal':
      return `for leads only, as ${role.property}`
    case 'ignored':
      return `left out: ${role.why}`
    case 'date':
      return `date of the answer, ${mapping.order} where in figures${mapping.zone ? `, in ${mapping.zone.name}` : ''}`
    default:
      return PLAIN_WORDS[role.kind]
  }
}

function answerInWords(name: string, { questions }: Preview['definition']): string {
  const { id, kind } = questions.find((question) => namesOf(question).includes(name))!
  return name === id ? `answer to "${id}" (${kind})` : `what was meant by the "other" of "${id}"`
}

const PLAIN_WORDS = {
  email: "customer's email address",
  name: "customer's name",
  firstName: "customer's first name",
  lastName: "customer's last name",
  customerId: 'your id for the customer',
  responseId: 'id of the response',
  language: 'language',
  customerVerified: 'whether the company itself named the customer',
  otherPersonal: 'about the person, for leads only',
  otherProperties: 'properties without a column of their own',
  state: 'whether it counted',
  followUpState: 'state of its follow-up',
}

function rowInWords(row: ImportedRow, timeZone: string): string {
  const at = new Date(row.answeredAt).toLocaleString('sv-SE', { timeZone })
  const { externalId, email, name } = row.customer ?? {}
  const answers = Object.entries(row.answers).map(
    ([question, answer]) => `${question}: ${String(answer)}`,
  )
  const properties = Object.entries({ ...row.properties, ...row.personal }).map(
    ([name, value]) => `${name}=${value}`,
  )
  const from = [name, email, externalId].filter(Boolean).join(', ')
  return [at, row.responseId && `#${row.responseId}`, ...answers, row.language, ...properties, from]
    .filter((part): part is string => Boolean(part))
    .map((part) => shown(part))
    .join(' | ')
}

function scoreInWords({ metric, score, n, bands }: Score): string {
  if (score === null) return 'none (n 0)'
  const decimals = metric === 'ces' ? 2 : 1
  const figure = roundHalfAway(score, decimals).toFixed(decimals)
  const signed = metric === 'nps' && score > 0 ? `+${figure}` : figure
  const unit = metric === 'csat' ? ' %' : ''
  const parts = BANDS.toReversed().map(
    (band) =>
      `${count(bands[band])} ${BAND_NAMES[metric][band]}${metric === 'nps' && bands[band] !== 1 ? 's' : ''}`,
  )
  return `${metric.toUpperCase()} ${signed}${unit} (n ${count(n)}; ${parts.join(', ')})`
}

function also(n: number, what: string): string {
  return n ? ` + ${count(n)} ${what}` : ''
}

const rowsInWords = (n: number) => counted(n, 'row')

/** Formats a number. */
export const count = (n: number) => n.toLocaleString('en')

/** "1 row", "1,200 rows". */
export const counted = (n: number, noun: string) => `${count(n)} ${noun}${n === 1 ? '' : 's'}`

/** Shortens a text to one line and removes terminal control characters. */
function shown(text: string, longest = 80): string {
  const line = text.replace(/\p{Cc}+/gu, ' ')
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}
