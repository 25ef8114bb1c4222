import { writeFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { previewImport, storeImport } from '../../../api/importing/importing.ts'
import { filledWithZeros } from '../../../surveys/importing/numberFormats.ts'
import { temporaryFile } from '../../support/database.ts'
import { importing } from '../../support/importing.ts'

it.each([
  [123, '00000', '00123'],
  [0, '000', '000'],
  [1234567, '00000', '1234567'],
  [123456789, '000-00-0000', '123-45-6789'],
  [7, '"K-"0000', 'K-0007'],
  [7, '\\K0000_)', 'K0007 '],
  [19, '[Red]00000;-00000', '00019'],
  [19, '[$-405]000\\ 00', '000 19'],
])('shows %d in the format %s as %s', (value, code, shown) => {
  expect(filledWithZeros(value, code)).toBe(shown)
})

it.each([
  [9, '0'],
  [9, '0.00'],
  [9, '#,##0'],
  [45_000, 'yyyy-mm-dd'],
  [45_000, 'General'],
  [-9, '000'],
  [9.5, '000'],
  [9, '[<=9999]0000;(000) 0000'],
])('leaves %d in the format %s alone', (value, code) => {
  expect(filledWithZeros(value, code)).toBeNull()
})

/** Creates a workbook with ids that are numbers in a zero-padding format, as programs save it. */
function workbook(prefix = '') {
  const tag = (name: string) => prefix + name
  const row = (index: number, cells: string) =>
    `<${tag('row')} r="${index}">${cells}</${tag('row')}>`
  const text = (at: string, value: string) =>
    `<${tag('c')} r="${at}" t="str"><${tag('v')}>${value}</${tag('v')}></${tag('c')}>`
  const number = (at: string, value: number, style: number) =>
    `<${tag('c')} r="${at}" s="${style}"><${tag('v')}>${value}</${tag('v')}></${tag('c')}>`
  const header = ['response_id', 'customer_id', 'score', 'date'].map((name, at) =>
    text(`${'ABCD'[at]}1`, name),
  )
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const declared = prefix ? `xmlns:${prefix.slice(0, -1)}="${main}"` : `xmlns="${main}"`
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId7" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId8" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<${tag('worksheet')} ${declared}><${tag('sheetData')}>${row(1, header.join(''))}${row(
      2,
      number('A2', 123, 1) + number('B2', 19, 1) + number('C2', 9, 0) + text('D2', '2024-05-01'),
    )}${row(4, number('A4', 124, 1) + number('C4', 3, 0) + text('D4', '2024-05-02'))}</${tag('sheetData')}></${tag('worksheet')}>`,
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  )
}

it.each(['', 'x:'])(
  'stores an export once, as CSV and as a workbook (prefix %j)',
  async (prefix) => {
    const { world } = await importing()
    const bring = async (name: string, content: string | Uint8Array) => {
      const file = temporaryFile(name)
      writeFileSync(file, content)
      const preview = await previewImport(world, { file, slug: 'bank', overrides: { columns: {} } })
      return { preview, report: await storeImport(world, preview) }
    }
    const lines = [
      'response_id;customer_id;score;date',
      '00123;00019;9;2024-05-01',
      '00124;;3;2024-05-02',
    ]
    await bring('a.csv', lines.join('\n'))
    const { preview, report } = await bring('a.xlsx', workbook(prefix))
    expect(preview.changed.count).toBe(0)
    expect(report).toMatchObject({ stored: 0, existing: 2 })
  },
)
