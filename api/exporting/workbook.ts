import { DAY } from '../../surveys/durations.ts'
import type { Cell } from '../../surveys/exporting/cell.ts'
import { zipped, type Part } from './zip.ts'

// Writes Excel workbooks (ECMA-376) as a stream. Text is stored as text, which a spreadsheet never runs as a
// formula, so that it needs no guard.

type Sheets = {
  /** Of the sheets, numbered from the second on. */
  name: string
  header: string[]
  direction: 'ltr' | 'rtl'
  /** Excel's limit; lower in tests. */
  mostRows?: number
}

const MOST_ROWS = 1_048_576
/** Excel's limit of a cell. */
const LONGEST_TEXT = 32_767
const EPOCH = Date.UTC(1899, 11, 30)

/** Styles, by their index in `STYLES`. */
const PLAIN = 0
const BOLD = 1
const DATE = 2

/**
 * The bytes of a workbook, in which numbers are numbers and times by the clock are dates. Goes on in another
 * sheet after Excel's most rows.
 * @param pages rows, each in the order of the header
 */
export function workbook(
  sheets: Sheets,
  pages: AsyncGenerator<Cell[][], void>,
): AsyncGenerator<Uint8Array, void> {
  return zipped(partsOf(sheets, pages))
}

async function* partsOf(sheets: Sheets, pages: AsyncGenerator<Cell[][], void>) {
  const reader = readerOf(pages)
  let n = 0
  try {
    do {
      yield {
        path: `xl/worksheets/sheet${++n}.xml`,
        text: sheetText(sheets, reader),
      } satisfies Part
    } while (await reader.hasMore())
  } finally {
    await pages.return()
  }
  const names = Array.from({ length: n }, (_, at) => sheets.name + (at ? ` ${at + 1}` : ''))
  yield { path: 'xl/styles.xml', text: [STYLES] }
  yield { path: 'xl/workbook.xml', text: [workbookText(names)] }
  yield { path: 'xl/_rels/workbook.xml.rels', text: [relationsText(names)] }
  yield { path: '_rels/.rels', text: [ROOT] }
  yield { path: '[Content_Types].xml', text: [typesText(names)] }
}

/** Takes rows out of pages, up to a number of them at a time. */
function readerOf(pages: AsyncGenerator<Cell[][], void>) {
  let page: Cell[][] = []
  const fill = async () => {
    while (!page.length) {
      const { done, value } = await pages.next()
      if (done) return false
      page = value
    }
    return true
  }
  return {
    hasMore: fill,
    take: async (most: number) => ((await fill()) ? page.splice(0, most) : []),
  }
}

async function* sheetText(
  { header, direction, mostRows = MOST_ROWS }: Sheets,
  reader: ReturnType<typeof readerOf>,
): AsyncGenerator<string, void> {
  const columns = header.map((name, at) => {
    const width = Math.min(40, Math.max(12, name.length + 2))
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
  })
  yield (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"` +
    `${direction === 'rtl' ? ' rightToLeft="1"' : ''}><pane ySplit="1" topLeftCell="A2"` +
    ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>${rowText(1, header, BOLD)}`
  )
  let written = 1
  for (;;) {
    const rows = await reader.take(mostRows - written)
    if (!rows.length) break
    const first = written + 1
    yield rows.map((cells, at) => rowText(first + at, cells, PLAIN)).join('')
    written += rows.length
  }
  yield '</sheetData></worksheet>'
}

function rowText(row: number, cells: readonly Cell[], style: number): string {
  const written = cells.map((cell, at) => {
    if (cell === null) return ''
    const start = `<c r="${columnName(at)}${row}"`
    if (typeof cell === 'number') return `${start}><v>${cell}</v></c>`
    if (typeof cell === 'object') return `${start} s="${DATE}"><v>${serialOf(cell.clock)}</v></c>`
    return `${start} s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  })
  return `<row r="${row}">${written.join('')}</row>`
}

const serialOf = (clock: number) => (clock - EPOCH) / DAY

const names: string[] = []
/** `A` to `Z`, `AA` … */
function columnName(at: number): string {
  return (names[at] ??=
    (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26)))
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** What XML has no character for, and text that Excel would read as such an escape. */
const SPECIAL =
  // oxlint-disable-next-line no-control-regex -- these are to be escaped
  /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_(?=x[\da-fA-F]{4}_)/g

/** Text in XML; control characters as Excel writes them: `_x000D_`. */
function escaped(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(
      SPECIAL,
      (found) =>
        ENTITIES[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SCHEMAS = 'http://schemas.openxmlformats.org'
const MAIN = `${SCHEMAS}/spreadsheetml/2006/main`
const DOCUMENT = `${SCHEMAS}/officeDocument/2006/relationships`
const PACKAGE = `${SCHEMAS}/package/2006`
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1">
<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/>
<xf xfId="0" numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`

const workbookText = (sheets: string[]) =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${sheets
    .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`

const relationsText = (sheets: string[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets
    .map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join(
      '',
    )}<Relationship Id="rId0" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`

const ROOT = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const typesText = (sheets: string[]) =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets
    .map(
      (_, at) =>
        `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    )
    .join('')}</Types>`
