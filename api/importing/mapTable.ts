import { InvalidInput } from '../../surveys/errors.ts'
import { BrokenFile } from '../../surveys/importing/broken.ts'
import { look, newColumn, type Column } from '../../surveys/importing/columns.ts'
import { letterWatch, type Letters } from '../../surveys/importing/letters.ts'
import { mapColumns, type Mapping, type Wishes } from '../../surveys/importing/mapping.ts'
import { warningsOf } from '../../surveys/importing/warnings.ts'
import type { SurveyDefinition } from '../../surveys/survey.ts'
import type { Progress } from '../importing.ts'
import type { Table } from './tableType.ts'

/** What a whole file shows: what its columns are, and what should be known before it is stored. */
type MappedTable = {
  mapping: Mapping
  rows: number
  letters: Letters
  warnings: string[]
}

/**
 * Reads all of a table once, and decides what its columns are.
 * @throws InvalidInput where that is open; it says what the file was taken for
 */
export async function mapTable(
  table: Table,
  survey: SurveyDefinition,
  wishes: Wishes,
  progress: Progress,
): Promise<MappedTable> {
  const { columns, rows, letters } = await lookAtAll(table, progress)
  const mapping = mapped(table, () => mapColumns(columns, survey, wishes))
  const warnings = [...(table.warnings ?? []), ...warningsOf(columns, mapping)]
  return { mapping, rows, letters, warnings }
}

/** What every column holds. Where the file breaks off is for the check to report. */
async function lookAtAll(
  table: Table,
  progress: Progress,
): Promise<{ columns: Column[]; rows: number; letters: Letters }> {
  const columns = table.columns.map((name) => newColumn(name, table.about?.get(name)))
  const watch = letterWatch()
  let rows = 0
  try {
    for await (const batch of table.batches()) {
      for (const { line, cells } of batch)
        columns.forEach((column, index) => {
          const cell = cells[index] ?? ''
          look(column, cell)
          watch.look(cell, line, column.name)
        })
      progress('reading', (rows += batch.length))
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
  }
  return { columns, rows, letters: watch.letters }
}

function mapped(table: Table, map: () => Mapping): Mapping {
  try {
    return map()
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const [first, ...others] = error.errors
    const message = `read as ${table.format}: ${first!.message}`
    throw new InvalidInput([{ ...first!, message }, ...others])
  }
}
