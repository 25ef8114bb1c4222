import { stringify } from 'csv-stringify/sync'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { BrokenFile } from '../../../surveys/importing/broken.ts'
import { csvRecords } from '../../../surveys/importing/csvRecords.ts'

function records(text: string, { separator = ',', piece = 1_000, longest = 10_000 } = {}) {
  const cutter = csvRecords(separator, text.includes('\n') ? '\n' : '\r', longest)
  const rows = []
  for (let from = 0; from < text.length; from += piece)
    rows.push(...cutter.take(text.slice(from, from + piece)))
  for (let last = cutter.end(); last.length; last = cutter.end()) rows.push(...last)
  return rows
}

const cells = (text: string, options = {}) => records(text, options).map((row) => row.cells)

it('cuts rows at any line end, with the line on which each begins', () => {
  for (const text of ['a,b\n1,2\n', 'a,b\r\n1,2\r\n', 'a,b\r1,2\r', 'a,b\n1,2'])
    expect(records(text)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ])
})

it('leaves blank lines out and counts them', () => {
  expect(records('a,b\n\n1,2\n\n\n3,4\n').map(({ line }) => line)).toEqual([1, 3, 6])
})

it('keeps separators, quotes and line ends inside quotes', () => {
  expect(records('a,b\n"x, ""y""\nz",2\n3,4\n')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x, "y"\nz', '2'] },
    { line: 4, cells: ['3', '4'] },
  ])
})

it('reads back whatever was written, in whatever pieces it comes', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ř', '"', ',', ';', '\n', ' ', '=') })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(
      table,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(',', ';'),
      (rows, piece, separator) => {
        const text = stringify(rows, { delimiter: separator })
        expect(cells(text, { piece, separator })).toEqual(
          rows.map((row) => row.map((each) => each.trim())),
        )
      },
    ),
  )
  expect.assertions(100)
})

it.each([
  ['a,b\n1,2\n3,"x\n5,6\n', 3, 'a quote is opened and never closed'],
  ['a,b\n1,2\n3,"x" y\n5,6\n', 3, 'a quoted cell goes on after its closing quote'],
  ['a,b\n1,2\n3,x"y\n5,6\n', 3, 'a quote stands in the middle of a cell'],
  [`a,b\n1,2\n3,${'x'.repeat(20_000)}\n5,6\n`, 3, 'a cell is larger than 1 MB'],
])(
  'names the line and the reason where a file breaks, after the rows before it',
  (text, line, reason) => {
    for (const piece of [3, 10_000]) {
      const cutter = csvRecords(',', '\n', 10_000)
      const rows: unknown[] = []
      const read = () => {
        for (let from = 0; from < text.length; from += piece)
          rows.push(...cutter.take(text.slice(from, from + piece)))
        for (let last = cutter.end(); last.length; last = cutter.end()) rows.push(...last)
      }
      const thrown = caught(read)
      expect(thrown).toBeInstanceOf(BrokenFile)
      expect((thrown as BrokenFile).line).toBe(line)
      expect((thrown as BrokenFile).reason).toContain(reason)
      expect(rows).toHaveLength(2)
    }
  },
)

function caught(run: () => void): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}
