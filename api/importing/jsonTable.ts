import { isInteger, parse } from 'lossless-json'
import { BrokenFile } from '../../surveys/importing/broken.ts'
import { flatten } from '../../surveys/importing/flatten.ts'
import {
  jsonListFinder,
  jsonObjects,
  type JsonObject,
} from '../../surveys/importing/jsonObjects.ts'
import { LONGEST_CELL } from '../../surveys/importing/rows.ts'
import type { Table } from './tableType.ts'

const MOST_COLUMNS = 1_000
/** A number of 16 digits or more: as a double it might be another. */
const LONG_NUMBER = /\d{16}/

/** JSON objects as a table; its columns are all paths that occur in any of them. */
export async function jsonTable(
  text: () => AsyncIterable<string>,
  encoding: string,
): Promise<Table> {
  const list = await findList(text())
  const paths = new Set<string>()
  let more = false
  for await (const objects of readable(objectsIn(text(), list)))
    for (const { cells } of objects)
      for (const path of cells.keys())
        if (paths.size < MOST_COLUMNS) paths.add(path)
        else more ||= !paths.has(path)
  const columns = [...paths]
  return {
    format: `JSON, ${encoding}, ${inWords(list)}`,
    columns,
    warnings: more
      ? [`The objects have more than ${MOST_COLUMNS} fields; the others are left out.`]
      : [],
    async *batches() {
      for await (const objects of objectsIn(text(), list))
        yield objects.map(({ line, cells }) => ({
          line,
          cells: columns.map((path) => cells.get(path) ?? ''),
        }))
    },
  }
}

async function findList(text: AsyncIterable<string>): Promise<string> {
  const finder = jsonListFinder()
  try {
    for await (const piece of text) finder.take(piece)
  } catch (error) {
    // What is whole before the break is still to be shown.
    if (!(error instanceof BrokenFile) || finder.found() === null) throw error
  }
  const list = finder.found()
  if (list === null)
    throw new BrokenFile(1, 'taken for JSON by its first character, it holds no list of objects')
  return list
}

/** As far as the file can be read; where it breaks off is for the check to report. */
async function* readable<T>(batches: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* batches
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
  }
}

async function* objectsIn(text: AsyncIterable<string>, list: string) {
  const cutter = jsonObjects(list, 2 * LONGEST_CELL)
  for await (const piece of text)
    yield cutter
      .take(piece)
      .map((object) => ({ line: object.line, cells: flatten(parsed(object)) }))
  cutter.end()
}

/** Numbers that no double holds, such as long ids, come as their digits. */
function parsed({ line, text }: JsonObject): object {
  try {
    return (
      LONG_NUMBER.test(text)
        ? parse(text, null, { parseNumber: exactly, onDuplicateKey: ({ newValue }) => newValue })
        : JSON.parse(text)
    ) as object
  } catch (error) {
    throw new BrokenFile(line, `not valid JSON: ${(error as Error).message}`)
  }
}

function exactly(digits: string): number | string {
  return isInteger(digits) && !Number.isSafeInteger(Number(digits)) ? digits : Number(digits)
}

function inWords(list: string): string {
  if (list === '') return 'one object a line'
  return list === '[]' ? 'a list of objects' : `the list "${list.slice(0, -2)}"`
}
