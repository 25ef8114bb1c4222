import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { zipSync, strToU8 } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { openTable } from '../../../api/importing/files/table.ts'
import { temporaryFile } from '../../support/database.ts'

async function open(content: string | Uint8Array, sheet?: string) {
  const file = temporaryFile('answers.dat')
  writeFileSync(file, content)
  const table = await openTable(file, { sheet })
  const rows: { line: number; cells: string[] }[] = []
  for await (const batch of table.batches()) rows.push(...batch)
  return { table, rows }
}

it.each([
  ['%PDF-1.7\nscore,date', 'is a PDF document, by its first bytes'],
  [
    '\ufeff<!DOCTYPE html><table><tr><td>score',
    'is a web page (HTML), as it begins with "<!DOCTYPE',
  ],
  ['<table border=1>', 'is a web page (HTML)'],
  ['<?xml version="1.0"?><rows/>', 'is XML'],
  ['{\\rtf1 score}', 'is a text document (RTF)'],
  ['SQLite format 3\0', 'is an SQLite database'],
  ['\x01\x02\x03\x04\x05\x06\x0e\x0f', 'is no text, as it is full of control characters'],
  ['[1, 2, 3]', 'holds no list of objects'],
  ['{"a": "b"', 'the file ends before its list does'],
])('names the program that wrote %j', async (content, reason) => {
  await expect(open(content)).rejects.toThrow(reason)
})

it('explains what to do with an old workbook or an archive', async () => {
  const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
  await expect(open(ole)).rejects.toThrow('an old Excel workbook (.xls), or one with a password')
  const zip = zipSync({ 'a.csv': strToU8('score') })
  await expect(open(zip)).rejects.toThrow('is a ZIP archive (a.csv); unpack it first')
  const ods = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') })
  await expect(open(ods)).rejects.toThrow('is an OpenDocument file')
  await expect(open(zip.subarray(0, 40))).rejects.toThrow('is a broken ZIP archive')
})

it.each([
  ['word/document.xml', 'is a Word document; export the answers'],
  ['ppt/presentation.xml', 'is a PowerPoint presentation'],
  ['Index/Document.iwa', 'is a Numbers, Pages or Keynote document'],
  ['xl/workbook.bin', 'is a binary Excel workbook (.xlsb); save it as .xlsx'],
])('recognises the program behind an archive with %s', async (name, reason) => {
  await expect(open(zipSync({ [name]: strToU8('x') }))).rejects.toThrow(reason)
})

it('reads gzipped files', async () => {
  const { table, rows } = await open(gzipSync('score;comment\n9;Dvořák\n'))
  expect(table.columns).toEqual(['score', 'comment'])
  expect(rows).toEqual([{ line: 2, cells: ['9', 'Dvořák'] }])
  const cut = gzipSync('score;comment\n'.repeat(5_000)).subarray(0, 60)
  await expect(open(cut)).rejects.toThrow("can't be unpacked")
  await expect(open(gzipSync(gzipSync('score')))).rejects.toThrow('another packed file')
})

it('reads a CSV file whose header is in brackets', async () => {
  expect((await open('[Score],[Date]\n9,2021-01-02\n')).table.columns).toEqual([
    '[Score]',
    '[Date]',
  ])
})

it('refuses more columns than the limit', async () => {
  await expect(open(`a${',a'.repeat(5_000)}\n1\n`)).rejects.toThrow('has 5001 columns')
})

describe('a workbook that unpacks to too much', () => {
  const part = (name: string, text: string) => zipSync({ [`xl/${name}.xml`]: strToU8(text) })
  const cell = (text: string) => `<sheetData><row r="1"><c t="inlineStr"><is>${text}</is></c></row>`
  /** Declares another size for the archive's only file. */
  const claiming = (archive: Uint8Array, size: number) => {
    const bytes = Buffer.from(archive)
    bytes.writeUInt32LE(size, bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24)
    return bytes
  }
  const random = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7_919) % 251))
  const varied = random.toString('hex')

  it.each([
    ['a cell of 100 MB', part('worksheets/sheet1', cell(`<t>${'x'.repeat(1e8)}</t>`)), 'would unp'],
    ['rows without end', part('worksheets/sheet1', '<row></row>'.repeat(2e6)), 'would unp'],
    ['a part that lies', claiming(part('sharedStrings', 'x'.repeat(5e7)), 1e6), 'than the archive'],
    ['a long cell', part('worksheets/sheet1', cell(`<t>${varied.repeat(3)}</t>`)), 'has a cell of'],
    [
      'a long cell in runs',
      part('sharedStrings', `<x:si>${`<x:r><x:t>${varied}</x:t></x:r>`.repeat(3)}</x:si>`),
      'has a cell of more than 1 MB',
    ],
    ['a long attribute', part('styles', `<xf a="${varied.repeat(3)}"/>`), 'has a cell of'],
    ['a long row', part('worksheets/sheet1', `<row>${'<c r="A1"/>'.repeat(9e5)}`), 'has a row of'],
  ])('is refused: %s', async (_, archive, reason) => {
    await expect(open(archive)).rejects.toThrow(reason)
  })
})

describe('an Excel workbook', () => {
  const date = (text: string) => new Date(`${text}Z`)
  const answers = [
    ['Export of Acme'],
    [],
    ['id', 'score', 'when', 'comment'],
    ['r1', 9, date('2021-05-12T00:00:00'), 'Dvořák <b> & "co"'],
    [null, null, null, null],
    ['r2', 3, date('2021-05-13T10:30:15'), null],
  ]
  const workbook = (...sheets: { name: string; rows: unknown[][] }[]) =>
    writeXlsx({ sheets: sheets as Parameters<typeof writeXlsx>[0]['sheets'] })

  it('is read with its dates, letters and empty cells', async () => {
    const { table, rows } = await open(await workbook({ name: 'A', rows: answers }))
    expect(table.columns).toEqual(['id', 'score', 'when', 'comment'])
    expect(rows).toEqual([
      { line: 4, cells: ['r1', '9', '2021-05-12', 'Dvořák <b> & "co"'] },
      { line: 6, cells: ['r2', '3', '2021-05-13 10:30:15', ''] },
    ])
  })

  it('reads the first sheet with rows, or the chosen one, and names the others', async () => {
    const bytes = await workbook(
      { name: 'About', rows: [['Acme']] },
      { name: 'May', rows: answers },
      { name: 'June', rows: answers.slice(2) },
    )
    expect((await open(bytes)).table.format).toContain('sheet "May", not "About", "June"')
    expect((await open(bytes, 'June')).rows[0]).toMatchObject({ line: 2 })
    await expect(open(bytes, 'July')).rejects.toThrow('no sheet "July"; there is "About", "May"')
  })

  it('is read again and again with few rows in memory', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => [
      `r${index}`,
      index % 11,
      'a\u2028b\nc',
    ])
    const bytes = await workbook({ name: 'A', rows: [['id', 'score', 'text'], ...rows] })
    const { table, rows: first } = await open(bytes)
    expect(first).toHaveLength(3_000)
    for await (const batch of table.batches()) {
      expect(batch.length).toBeLessThan(2_999)
      expect(batch[0]!.cells[2]).toBe('a\u2028b\nc')
      break
    }
  })

  it('warns of long numbers, whose digits it has lost', async () => {
    const rows = [
      ['id', 'score'],
      [Number('3074457347487777543'), 9],
      [12, 3],
    ]
    const { table } = await open(await workbook({ name: 'A', rows }))
    expect(table.warnings).toEqual([expect.stringContaining('more than 15 digits')])
  })

  it('is refused if it is broken, or unpacks to more than it declares', async () => {
    const bytes = await workbook({ name: 'A', rows: answers })
    const broken = zipSync({ 'xl/workbook.xml': strToU8('<workbook>') })
    await expect(open(broken)).rejects.toThrow("can't be read as an Excel workbook")
    await expect(open(lying(bytes, 'xl/worksheets/sheet1.xml', 2 * 1024 ** 3))).rejects.toThrow(
      'would unpack to too much: "xl/worksheets/sheet1.xml"',
    )
    await expect(open(lying(bytes, 'xl/worksheets/sheet1.xml', 10))).rejects.toThrow(
      "can't be read as an Excel workbook",
    )
  })
})

/** Changes the declared size of one of an archive's files, in both places. */
function lying(archive: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(archive)
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    const central = at >= 46 && bytes.readUInt32LE(at - 46) === 0x02014b50
    bytes.writeUInt32LE(size, central ? at - 46 + 24 : at - 30 + 22)
  }
  return bytes
}
