import { answerRows, type AnswerRow, type Properties } from '../answers.ts'
import { isoOf, type Day } from '../days.ts'
import type { ImportedRow } from './rows.ts'

/** A stored response. */
export type StoredRow = {
  day: Day
  language: string | null
  properties: Properties
  answers: AnswerRow[]
}

/** Describes each difference between a file's row and its stored response. */
export function changesOf(stored: StoredRow, row: ImportedRow): string[] {
  const before = valuesOf(stored)
  const after = valuesOf({ ...row, answers: answerRows(row.answers) })
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => `${name}: ${quoted(after.get(name))}, stored is ${quoted(before.get(name))}`)
}

/** Whether a row has the stored answers and the stored day. */
export function answersTheSame(stored: StoredRow, row: ImportedRow): boolean {
  const plain = { language: null, properties: {} }
  return !changesOf({ ...stored, ...plain }, { ...row, ...plain }).length
}

function valuesOf({ day, language, properties, answers }: StoredRow): Map<string, string> {
  return new Map([
    ['day', isoOf(day)],
    ...(language ? [['language', language] as const] : []),
    ...answers.map(({ question, value, text }) => [question, String(value ?? text)] as const),
    ...Object.entries(properties).map(([name, value]) => [`property ${name}`, value] as const),
  ])
}

function quoted(value: string | undefined): string {
  if (value === undefined) return 'nothing'
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
}
