import { inflateRawSync } from 'node:zlib'
import { fillsWithZeros } from '../../../surveys/importing/numberFormats.ts'
import { piecesOf, zipEntries, type ZipEntry } from './zipEntries.ts'

/** Formats that pad numbers with zeros in a row's cells, by column. */
type RowFormats = { index: number; codes: Map<number, string> }

/**
 * Reads which cells of a sheet have a format that pads numbers with zeros, row by row, since the
 * workbook reader returns values without formats.
 * @returns null if no cell has one
 */
export function zeroFormats(bytes: Uint8Array, sheet: string): AsyncGenerator<RowFormats> | null {
  const entries = new Map((zipEntries(bytes) ?? []).map((entry) => [entry.name, entry]))
  const codes = codesByStyle(textOf(entries.get('xl/styles.xml')))
  const part = codes.size ? partOf(sheet, entries) : undefined
  return part ? rowsOf(part, codes) : null
}

/** Style number, as cells have it → format code. */
function codesByStyle(styles: string): Map<string, string> {
  const codes = new Map(
    tagsIn(styles, 'numFmt').map(({ numFmtId, formatCode = '' }) => [numFmtId, formatCode]),
  )
  const [, cellStyles = ''] = /<(?:\w+:)?cellXfs\b([^]*?)<\/(?:\w+:)?cellXfs>/.exec(styles) ?? []
  const byStyle = tagsIn(cellStyles, 'xf').map(
    ({ numFmtId }, style) => [String(style), codes.get(numFmtId) ?? ''] as const,
  )
  return new Map(byStyle.filter(([, code]) => fillsWithZeros(code)))
}

function partOf(sheet: string, entries: Map<string, ZipEntry>): ZipEntry | undefined {
  const found = tagsIn(textOf(entries.get('xl/workbook.xml')), 'sheet').find(
    ({ name }) => name === sheet,
  )
  // Programs use other namespace prefixes than "r", too.
  const [, id] = Object.entries(found ?? {}).find(([name]) => name.endsWith(':id')) ?? []
  const relations = tagsIn(textOf(entries.get('xl/_rels/workbook.xml.rels')), 'Relationship')
  const target = relations.find(({ Id }) => Id !== undefined && Id === id)?.Target
  return target === undefined
    ? undefined
    : entries.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
}

async function* rowsOf(part: ZipEntry, codes: Map<string, string>): AsyncGenerator<RowFormats> {
  let row: RowFormats = { index: -1, codes: new Map() }
  let column = -1
  let rest = ''
  for await (const piece of piecesOf(part)) {
    const text = rest + piece.toString('latin1')
    const whole = text.lastIndexOf('>') + 1
    rest = text.slice(whole)
    for (const [, name, inside] of text.slice(0, whole).matchAll(ROW_OR_CELL)) {
      const { r, s } = attributesOf(inside!)
      if (name === 'row') {
        if (row.codes.size) yield row
        row = { index: r ? Number(r) - 1 : row.index + 1, codes: new Map() }
        column = -1
      } else {
        column = r ? columnOf(r) : column + 1
        const code = s === undefined ? undefined : codes.get(s)
        if (code !== undefined) row.codes.set(column, code)
      }
    }
  }
  if (row.codes.size) yield row
}

const ROW_OR_CELL = /<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>/g

/** `AB12` → 27 */
function columnOf(reference: string): number {
  const letters = reference.replace(/[^A-Z]/gi, '').toUpperCase()
  return [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1
}

function textOf(entry: ZipEntry | undefined): string {
  if (!entry) return ''
  return (entry.isDeflated ? inflateRawSync(entry.packed) : Buffer.from(entry.packed)).toString()
}

function tagsIn(xml: string, name: string): Record<string, string>[] {
  const tags = xml.matchAll(new RegExp(String.raw`<(?:\w+:)?${name}(?=[\s/>])([^>]*)>`, 'g'))
  return Array.from(tags, ([, inside]) => attributesOf(inside!))
}

function attributesOf(inside: string): Record<string, string> {
  const found = inside.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return Object.fromEntries(
    Array.from(found, ([, name, double, single]) => [name, decoded(double ?? single ?? '')]),
  )
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (name) return ENTITIES[name as string] ?? all
    return String.fromCodePoint(hex ? parseInt(hex as string, 16) : Number(decimal))
  })
}
