import { isoOf } from '../../surveys/days.ts'
import { mainQuestion, type SurveyDraft } from '../../surveys/definition.ts'
import type { Column } from '../../surveys/importing/columns.ts'
import type { Role } from '../../surveys/importing/mapping.ts'
import { withoutOptions } from '../../surveys/importing/refusals.ts'
import type { ImportedRow } from '../../surveys/importing/rows.ts'
import { surenessOf } from '../../surveys/importing/sureness.ts'
import { toScore } from '../scores/serialize.ts'
import type { CheckedFile } from './checkAll.ts'
import type { ImportReport, Preview } from './importing.ts'
import type { ColumnJson, ImportFileJson, PreviewJson, ReportJson } from './schemas.ts'

const EXAMPLES = 3
const LONGEST_EXAMPLE = 100

/** Lists a survey's questions in its first language. */
export function toQuestions({ questions, languages }: SurveyDraft): ImportFileJson['questions'] {
  return questions.map(({ id, text }) => {
    const { ask } = text[languages[0]!]!
    return { id, ask: typeof ask === 'string' ? ask : Object.values(ask)[0]! }
  })
}

/** Serialises a column that is not mapped yet. */
export function toUndecided({ name, values }: Column): ColumnJson {
  const examples = [...values.keys()].slice(0, EXAMPLES).map((text) => excerpt(text))
  return { name, role: null, property: null, reason: null, recognisedBy: null, examples }
}

export function toColumns({ columns, mapping, overrides, definition }: Preview): ColumnJson[] {
  return columns.map((column, index) => {
    const { role } = mapping.columns[index]!
    return {
      ...toUndecided(column),
      role: role.kind === 'ignored' ? 'ignore' : role.kind === 'answer' ? role.question : role.kind,
      property: propertyOf(role),
      reason: role.kind === 'ignored' ? role.why : null,
      recognisedBy: surenessOf(column, role, { overrides, mapping, survey: definition }),
    }
  })
}

const propertyOf = (role: Role) =>
  role.kind === 'property' || role.kind === 'personal' ? role.property : null

export function toPreview(preview: Preview): PreviewJson {
  const { table, mapping, letters, days, definition } = preview
  const { rows, storable, existing, repeated, unanswered, excluded } = preview
  return {
    format: withoutOptions(table.format),
    isOwnExport: mapping.ownRoles ?? false,
    warnings: preview.warnings.map(withoutOptions),
    dateOrder: mapping.order,
    timeZone: mapping.zone?.name ?? null,
    days: days && { from: isoOf(days.from), to: isoOf(days.to) },
    first: preview.first.map((row) => toRow(row, mainQuestion(definition).id)),
    rows,
    new: storable - existing,
    existing,
    repeated,
    unanswered,
    excluded,
    customers: preview.customers,
    rejected: toLines(preview.rejected),
    changed: toLines(preview.changed),
    isCut: preview.isCut,
    words: letters.words,
    damaged: letters.damaged,
    followUps: preview.followUps,
    score: toScore(preview.score),
  }
}

/** Serialises a row, its score first. */
function toRow(row: ImportedRow, main: string): PreviewJson['first'][number] {
  const { externalId, email, name } = row.customer ?? {}
  const answers = Object.entries(row.answers)
    .toSorted(([one], [other]) => Number(other === main) - Number(one === main))
    .map(([question, answer]) => [question, excerpt([answer].flat().join(', '), 300)])
  return {
    answeredAt: row.answeredAt,
    responseId: row.responseId,
    language: row.language,
    answers: Object.fromEntries(answers) as Record<string, string>,
    customer: [name, email, externalId].filter((part) => part !== undefined),
    properties: { ...row.properties, ...row.personal },
  }
}

const toLines = ({ count, first }: CheckedFile['rejected']) => ({
  count,
  first: first.map(({ line, reasons }) => ({ line, reasons: reasons.map(withoutOptions) })),
})

export function toReport(report: ImportReport): ReportJson {
  const { rows, stored, existing, unanswered, excluded, rejected } = report
  const { followUps, publishedNow, score } = report
  const counts = { rows, stored, existing, unanswered, excluded, rejected, followUps }
  return { ...counts, publishedNow, score: toScore(score) }
}

function excerpt(text: string, longest = LONGEST_EXAMPLE): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
