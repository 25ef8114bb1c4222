import { z } from '@hono/zod-openapi'
import { DATE_ORDERS } from '../../surveys/importing/dates/dates.ts'
import { MOST_LINES_ABOVE } from '../../surveys/importing/headerRow.ts'
import { dayFromIso } from '../../surveys/days.ts'
import { instant, isoDay } from '../base/schemas.ts'
import { score } from '../scores/schemas.ts'
import { FOLLOW_UP_CHOICES } from './followUps.ts'

const text = z.string('must be text').max(200, 'must have at most 200 characters')
const day = text.refine((iso) => dayFromIso(iso) !== null, 'must be a date such as 2026-11-01')

/** How to read a file, in place of what is detected. */
export const importSettings = z
  .strictObject(
    {
      columns: z.record(z.string().max(10_000), text).optional().openapi({
        description:
          'Column → role: score, comment, date, email, name, firstName, lastName, customerId, responseId, language, property, ignore, or the id of a question',
      }),
      dates: z.enum(DATE_ORDERS, `must be one of ${DATE_ORDERS.join(', ')}`).optional(),
      date: day.optional().openapi({ description: 'The date of every row, as 2026-11-01' }),
      timeZone: text.optional(),
      encoding: text.optional(),
      sheet: text.optional(),
      headerRow: z.int('must be a number').min(0).max(MOST_LINES_ABOVE).optional(),
      separator: text.optional(),
      jsonList: text.optional(),
      followUps: z
        .enum(FOLLOW_UP_CHOICES, `must be one of ${FOLLOW_UP_CHOICES.join(', ')}`)
        .optional(),
      followUpsSince: day.optional(),
    },
    'must be an object',
  )
  .openapi('ImportSettings')

const column = z
  .object({
    name: z.string(),
    /** As in the settings, if the user can set it. */
    role: z.string().nullable().openapi({ description: 'null until it is decided' }),
    property: z.string().nullable(),
    reason: z.string().nullable().openapi({ description: 'Why the column is left out' }),
    recognisedBy: z
      .enum(['chosen', 'export', 'name', 'content'])
      .nullable()
      .openapi({ description: 'By its content alone: to be checked' }),
    examples: z.array(z.string()),
  })
  .openapi('ImportColumn')

const lines = z.object({
  count: z.int(),
  first: z.array(z.object({ line: z.int(), reasons: z.array(z.string()) })),
})

const texts = z.record(z.string(), z.string())

const preview = z
  .object({
    format: z.string(),
    isOwnExport: z.boolean(),
    warnings: z.array(z.string()),
    dateOrder: z.enum(DATE_ORDERS),
    timeZone: z.string().nullable(),
    days: z.object({ from: isoDay, to: isoDay }).nullable(),
    first: z.array(
      z.object({
        answeredAt: instant,
        responseId: z.string().nullable(),
        language: z.string().nullable(),
        answers: texts,
        customer: z.array(z.string()),
        properties: texts,
      }),
    ),
    rows: z.int(),
    new: z.int(),
    existing: z.int(),
    repeated: z.int(),
    unanswered: z.int(),
    excluded: z.int(),
    customers: z.object({ n: z.int(), isMore: z.boolean() }),
    rejected: lines,
    changed: lines,
    isCut: z.boolean().openapi({ description: 'The file breaks off; nothing can be stored' }),
    words: z.array(z.string()),
    damaged: z.object({
      count: z.int(),
      first: z.array(z.object({ line: z.int(), column: z.string(), text: z.string() })),
    }),
    followUps: z.object({ opened: z.int(), left: z.int(), restored: z.int() }),
    score,
  })
  .openapi('ImportPreview')

const report = z
  .object({
    rows: z.int(),
    stored: z.int(),
    existing: z.int(),
    unanswered: z.int(),
    excluded: z.int(),
    rejected: z.int(),
    followUps: z.int(),
    score,
    publishedNow: z.boolean(),
  })
  .openapi('ImportReport')

const IMPORT_STATES = [
  'checking',
  'refused',
  'ready',
  'storing',
  'stopping',
  'stored',
  'failed',
] as const

/** An uploaded file on its way into a survey. */
export const importFile = z
  .object({
    id: z.string(),
    surveyId: z.string(),
    fileName: z.string(),
    size: z.int(),
    settings: importSettings,
    state: z.enum(IMPORT_STATES),
    progress: z
      .object({
        step: z.enum(['reading', 'checking', 'storing', 'deleting']),
        done: z.int(),
        of: z.int().nullable(),
      })
      .nullable(),
    problems: z.array(z.object({ field: z.string(), message: z.string() })),
    format: z.string().nullable(),
    /** What a column can be mapped to besides the fixed roles. */
    questions: z.array(z.object({ id: z.string(), ask: z.string() })),
    columns: z.array(column),
    preview: preview.nullable(),
    importId: z.string().nullable().openapi({ description: 'By which it can be undone' }),
    report: report.nullable(),
  })
  .openapi('ImportFile')

export const importRecord = z
  .object({
    id: z.string(),
    survey: z.object({ id: z.string(), name: z.string() }),
    fileName: z.string(),
    rows: z.int(),
    stored: z.int(),
    finishedAt: instant,
    undoneAt: instant.nullable(),
    isBeingUndone: z.boolean(),
  })
  .openapi('Import')

export const belongings = z.object({
  responses: z.int(),
  followUps: z.int(),
  workedOn: z.int().openapi({ description: 'Follow-ups with notes or changes' }),
  addedTo: z.int().openapi({ description: 'Responses to which customers added words' }),
  reviewed: z.int().openapi({ description: 'Responses excluded or restored' }),
  customers: z.int().openapi({ description: 'Customers known only from this import' }),
})

export type ImportSettings = z.infer<typeof importSettings>
export type ColumnJson = z.infer<typeof column>
export type PreviewJson = z.infer<typeof preview>
export type ReportJson = z.infer<typeof report>
export type ImportFileJson = z.infer<typeof importFile>
