import { findImportedRows, listImportedColumns } from '../../db/importing/importedRows.ts'
import { derivedId, timelessPart } from '../../db/ids.ts'
import type { Survey } from '../../db/surveys/surveys.ts'
import { BrokenFile } from '../../surveys/importing/broken.ts'
import { isFormulaError } from '../../surveys/importing/columns.ts'
import { answersTheSame, changesOf } from '../../surveys/importing/changes.ts'
import { hintsOf } from '../../surveys/importing/headers.ts'
import { identifier } from '../../surveys/importing/identity.ts'
import type { Mapping } from '../../surveys/importing/mapping.ts'
import { rowReader, type ImportedRow } from '../../surveys/importing/rows.ts'
import { isPlaceholder } from '../../surveys/placeholders.ts'
import type { AnswerRow } from '../../surveys/answers.ts'
import type { SurveyDefinition } from '../../surveys/definition.ts'
import type { Deps } from '../base/deps.ts'
import type { Row, Table } from './files/tableType.ts'

type World = Pick<Deps, 'db' | 'now' | 'workspace'>

/** A file, its columns, and the survey it goes into. */
export type Plan = {
  file: string
  survey: Survey
  definition: SurveyDefinition
  table: Table
  mapping: Mapping
}

/** A row's line in the file, and its cells. */
type InFile = { line: number; cells: string[] }

/** A row that can't be stored, and why. */
export type Rejection = InFile & { reasons: string[] }

/** A row and its outcome. */
export type CheckedRow =
  | { kind: 'new'; row: ImportedRow; id: string }
  /** Already stored; `changes` lists differences from what is stored, which stays. */
  | ({ kind: 'existing'; row: ImportedRow | null; stored: AnswerRow[]; changes: string[] } & InFile)
  /** `isEnd`: the rest of the file can't be read. */
  | ({ kind: 'rejected'; isEnd?: true } & Rejection)
  | { kind: 'repeated' | 'unanswered' | 'excluded' }

/** Rows per chunk. Larger chunks are faster; smaller ones delay concurrent answers less. */
const CHUNK = 2_000

/**
 * Checks all rows in chunks. For a truncated file, the last one is a rejection that says where it ends.
 */
export async function* checkedRows(world: World, plan: Plan): AsyncGenerator<CheckedRow[]> {
  let chunk: ReadRow[] = []
  for await (const rows of readRows(world, plan)) {
    for (const row of rows) {
      chunk.push(row)
      if (chunk.length < CHUNK) continue
      yield await compare(world, plan, chunk)
      chunk = []
    }
  }
  if (chunk.length) yield await compare(world, plan, chunk)
}

/** A row before it is compared with what is stored. */
type ReadRow =
  /** `idKey`: key under which it may be stored, if another file's column of ids held response ids. */
  | ({
      kind: 'storable'
      row: ImportedRow
      id: string
      keys: string[]
      idKey: string | null
    } & InFile)
  | ({ kind: 'rejected'; responseId: string | null; isEnd?: true } & Rejection)
  | { kind: 'repeated' | 'unanswered' | 'excluded' }

async function* readRows(
  { db, workspace, now }: World,
  { survey, definition, mapping, table }: Plan,
): AsyncGenerator<ReadRow[]> {
  const read = rowReader(definition, mapping, { timeZone: workspace.timeZone, now: now() })
  const identify = identifier(table.columns, await listImportedColumns(db, survey.id))
  const idAt = mapping.columns.findIndex(({ role }) => role.kind === 'responseId')
  const otherIdAt = idAt >= 0 ? -1 : mapping.columns.findIndex(mayBeResponseId)
  const readOne = ({ line, cells }: Row): ReadRow => {
    const result = read(cells)
    const cell = cells[idAt] ?? ''
    const responseId = isPlaceholder(cell) || isFormulaError(cell) ? null : cell
    if ('reasons' in result)
      return { kind: 'rejected', line, cells, reasons: result.reasons, responseId }
    if (!('row' in result)) return { kind: 'unanswered' in result ? 'unanswered' : 'excluded' }
    const identity = identify(responseId, cells)
    if ('repeated' in identity) return { kind: 'repeated' }
    if ('clash' in identity) {
      const reason = `the response id "${responseId}" is that of another row; if the column is no response id, say --map property=COLUMN or ignore=COLUMN, or customerId=COLUMN where it is the customer's`
      return { kind: 'rejected', line, cells, reasons: [reason], responseId: null }
    }
    const idOf = (parts: string[]) =>
      derivedId(result.row.answeredAt, 'import', survey.id, ...parts)
    const id = idOf(identity.parts)
    const keys = [id, ...identity.formerly.map(idOf)].map(timelessPart)
    const otherId = cells[otherIdAt] ?? ''
    const idKey = isPlaceholder(otherId) ? null : timelessPart(idOf([otherId]))
    return { kind: 'storable', line, cells, row: result.row, id, keys, idKey }
  }
  try {
    for await (const batch of table.batches()) yield batch.map(readOne)
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
    const reasons = [`${error.reason}; the rest can’t be read`]
    yield [
      { kind: 'rejected', line: error.line, cells: [], reasons, responseId: null, isEnd: true },
    ]
  }
}

function mayBeResponseId({ name, role }: Mapping['columns'][number]): boolean {
  return hintsOf(name).has('responseId') && role.kind !== 'customerId'
}

/** Looks up stored rows; for an Ohlas export, even those that the survey no longer accepts. */
async function compare(
  { db }: World,
  { survey, mapping }: Plan,
  rows: ReadRow[],
): Promise<CheckedRow[]> {
  const ownIds = (row: ReadRow) => {
    if (!mapping.ownRoles) return []
    if (row.kind === 'storable') return row.row.responseId ?? []
    return row.kind === 'rejected' ? (row.responseId ?? []) : []
  }
  const stored = await findImportedRows(db, survey.id, {
    keys: rows.flatMap((row) =>
      row.kind === 'storable' ? [...row.keys, row.idKey ?? []].flat() : [],
    ),
    ids: rows.flatMap(ownIds),
  })
  // Several rows may have the same id here: only the one with equal content counts as stored.
  const byOtherId = (row: ReadRow) => {
    const found = row.kind === 'storable' && row.idKey !== null ? stored.get(row.idKey) : undefined
    if (row.kind !== 'storable' || !found) return undefined
    const isSame = found.erased ? found.day === row.row.day : answersTheSame(found, row.row)
    if (!isSame) return undefined
    stored.delete(row.idKey!)
    return found
  }
  return rows.map((checked) => {
    if (checked.kind !== 'storable' && checked.kind !== 'rejected') return checked
    const names = [
      ...(checked.kind === 'storable' ? checked.keys : []),
      ...[ownIds(checked)].flat(),
    ]
    const found = names.map((name) => stored.get(name)).find(Boolean) ?? byOtherId(checked)
    const { line, cells } = checked
    if (!found) return checked.kind === 'rejected' ? checked : { ...checked, kind: 'new' }
    const row = checked.kind === 'storable' ? checked.row : null
    const changes = row && !found.erased ? changesOf(found, row) : []
    return { kind: 'existing', line, cells, row, stored: found.answers, changes }
  })
}
