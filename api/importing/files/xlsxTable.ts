import { readFile } from 'node:fs/promises'
import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { InvalidInput } from '../../../surveys/errors.ts'
import { layoutOf, rowsToInspect } from '../../../surveys/importing/headerRow.ts'
import { filledWithZeros } from '../../../surveys/importing/numberFormats.ts'
import type { TableOverrides } from '../../../surveys/importing/mapping.ts'
import { complainOfArchive } from './archiveLimits.ts'
import { zeroFormats } from './cellFormats.ts'
import { openSpool } from './spool.ts'
import type { Row, Table } from './tableType.ts'

const SHOWN_ROWS = 20

type CellValue = string | number | boolean | Date | null

/**
 * Reads a sheet of an Excel workbook as a table, unpacked once into rows on disk.
 * @param overridden the sheet's name (default: the first visible one with more than one row), and the
 *   header's line
 * @throws InvalidInput for a file that is no workbook, can't be read, or would unpack to too much
 */
export async function xlsxTable(
  file: string,
  overridden: Pick<TableOverrides, 'sheet' | 'headerRow'>,
): Promise<Table> {
  const bytes = await readFile(file)
  await complainOfArchive(file, bytes)
  try {
    return await tableOf(bytes, overridden)
  } catch (error) {
    if (error instanceof InvalidInput) throw error
    throw refusal(`${file} can't be read as an Excel workbook: ${(error as Error).message}`)
  }
}

async function tableOf(
  bytes: Buffer,
  { sheet, headerRow }: Pick<TableOverrides, 'sheet' | 'headerRow'>,
): Promise<Table> {
  const names = await visibleSheets(bytes)
  const name = sheet ?? (await firstTable(bytes, names))
  if (name === undefined || !names.includes(name))
    throw refusal(`the workbook has no sheet ${sheet ? `"${sheet}"` : 'with rows'}`, names)
  const { spool, beginning, exact } = await unpacked(bytes, name, rowsToInspect(headerRow))
  const { names: columns, skip, notes, about } = layoutOf(beginning, headerRow)
  const others = names.filter((other) => other !== name).map((other) => `"${other}"`)
  return {
    format: [
      `Excel workbook, sheet "${name}"`,
      ...(others.length ? [`not ${others.join(', ')} (--sheet NAME)`] : []),
      ...notes,
    ].join(', '),
    columns,
    about,
    warnings: exact
      ? []
      : [
          'The workbook has numbers of more than 15 digits, of which spreadsheets keep no more than the first 15: different ids may have become the same. Export them as text.',
        ],
    async *batches() {
      let left = skip
      for await (const rows of spool.batches()) {
        yield rows.slice(left).map(({ line, cells }) => ({ line, cells: fitted(cells, columns) }))
        left = Math.max(0, left - rows.length)
      }
    },
  }
}

async function visibleSheets(bytes: Buffer): Promise<string[]> {
  const names: string[] = []
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) names.push(name)
      return false
    },
  })
  return names
}

async function firstTable(bytes: Buffer, names: string[]): Promise<string | undefined> {
  for (const name of names) {
    let rows = 0
    for await (const { values } of streamXlsxRows(bytes, { sheet: name, maxRows: SHOWN_ROWS }))
      if (values.filter((value) => value !== null).length > 1) rows++
    if (rows > 1) return name
  }
  return undefined
}

async function unpacked(bytes: Buffer, sheet: string, shownRows: number) {
  const spool = openSpool()
  const beginning: Row[] = []
  let exact = true
  const formats = zeroFormats(bytes, sheet)
  let next = await formats?.next()
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    while (next && !next.done && next.value.index < index) next = await formats!.next()
    const codes = next && !next.done && next.value.index === index ? next.value.codes : null
    const cells = (values as CellValue[]).map((value, column) =>
      cellText(value, codes?.get(column)),
    )
    if (cells.every((cell) => cell === '')) continue
    exact &&= !values.some((value) => typeof value === 'number' && isBeyondDouble(value))
    const row: Row = { line: index + 1, cells }
    spool.write(row)
    if (beginning.length < shownRows) beginning.push(row)
  }
  if (!beginning.length) throw refusal(`the sheet "${sheet}" is empty`)
  return { spool, beginning, exact }
}

function isBeyondDouble(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) >= 1e15
}

/** Converts a cell to text. A date at midnight has no time; workbooks have no time zones. */
function cellText(value: CellValue, code?: string): string {
  if (value === null) return ''
  if (typeof value === 'number' && code !== undefined)
    return filledWithZeros(value, code) ?? digits(value)
  if (typeof value === 'string') return value.trim()
  if (!(value instanceof Date)) return digits(value)
  if (Number.isNaN(value.getTime())) return ''
  const [day, time] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split('T')
  return time!.startsWith('00:00:00') ? day! : `${day} ${time!.slice(0, 8)}`
}

/** Writes numbers without an exponent and without rounding noise. */
function digits(value: number | boolean): string {
  if (typeof value === 'boolean') return String(value)
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString()
  return String(Number(value.toPrecision(15)))
}

/** Cuts a row after its last filled cell; cells beyond the header stay, to be rejected. */
function fitted(cells: string[], { length }: string[]): string[] {
  if (cells.length <= length) return [...cells, ...Array<string>(length - cells.length).fill('')]
  return cells.slice(length).every((cell) => cell === '') ? cells.slice(0, length) : cells
}

function refusal(message: string, sheets: string[] = []): InvalidInput {
  const there = sheets.length ? `; there is ${sheets.map((name) => `"${name}"`).join(', ')}` : ''
  return new InvalidInput([{ field: 'file', message: `${message}${there}` }])
}
