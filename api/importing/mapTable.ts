import { InvalidInput } from '../../surveys/errors.ts'
import { BrokenFile } from '../../surveys/importing/broken.ts'
import { addCell, newColumn, type Column } from '../../surveys/importing/columns.ts'
import { letterWatch, type Letters } from '../../surveys/importing/encoding/letters.ts'
import { mapColumns, type Mapping, type Overrides } from '../../surveys/importing/mapping.ts'
import { scaleWarnings } from '../../surveys/importing/scoreColumns.ts'
import { warningsOf } from '../../surveys/importing/warnings.ts'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import type { Progress, Watching } from './importing.ts'
import type { Table } from './files/tableType.ts'

/** A file's columns, and what the user should know before storing. */
type MappedTable = {
  mapping: Mapping
  columns: Column[]
  rows: number
  letters: Letters
  warnings: string[]
}

/**
 * Reads a table once and maps its columns.
 * @throws InvalidInput if that is ambiguous, saying what the file was taken for
 */
export async function mapTable(
  table: Table,
  survey: SurveyDefinition,
  overrides: Overrides,
  { progress = () => {}, onColumns }: Watching,
): Promise<MappedTable> {
  const { columns, rows, letters, broken } = await scanRows(table, progress)
  onColumns?.(table, columns)
  const mapping = mapped({ table, rows, broken }, () => mapColumns(columns, survey, overrides))
  const warnings = [
    ...(table.warnings ?? []),
    ...warningsOf(columns, mapping),
    ...(mapping.ownRoles
      ? []
      : scaleWarnings(columns, mapping, survey, Object.keys(overrides.columns))),
  ]
  return { mapping, columns, rows, letters, warnings }
}

/** Reads statistics of every column. Where a truncated file ends is reported by the check. */
async function scanRows(
  table: Table,
  progress: Progress,
): Promise<{ columns: Column[]; rows: number; letters: Letters; broken?: BrokenFile }> {
  const columns = table.columns.map((name) => newColumn(name, table.about?.get(name)))
  const watch = letterWatch()
  let rows = 0
  let broken: BrokenFile | undefined
  try {
    for await (const batch of table.batches()) {
      for (const { line, cells } of batch)
        columns.forEach((column, index) => {
          const cell = cells[index] ?? ''
          addCell(column, cell)
          watch.look(cell, line, column.name)
        })
      progress('reading', (rows += batch.length))
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
    broken = error
  }
  return { columns, rows, letters: watch.letters, broken }
}

type ScannedTable = { table: Table; rows: number; broken?: BrokenFile }

/** Maps columns. If that fails for a truncated or empty file, reports that as the cause. */
function mapped({ table, rows, broken }: ScannedTable, map: () => Mapping): Mapping {
  try {
    return map()
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const [first, ...others] = error.errors
    if (broken) throw broken
    const reason = rows
      ? first!.message
      : `the file has no rows below its header (${table.columns.join(', ')})`
    throw new InvalidInput([
      { ...first!, message: `read as ${table.format}: ${reason}` },
      ...others,
    ])
  }
}
