import { flatten } from '../../surveys/importing/flatten.ts'
import { BrokenJson, jsonObjects, type JsonObject } from '../../surveys/importing/jsonObjects.ts'
import { LONGEST_CELL } from '../../surveys/importing/rows.ts'
import { BrokenFile, type Row, type Table } from './row.ts'

const MOST_COLUMNS = 500

/** A JSON list of objects as a table; its columns are all paths that occur in any object. */
export async function jsonTable(
  text: () => AsyncIterable<string>,
  encoding: string,
): Promise<Table> {
  const paths = new Set<string>()
  for await (const { cells } of objectsOf(text()))
    for (const path of cells.keys()) if (paths.size < MOST_COLUMNS) paths.add(path)
  const columns = [...paths]
  return { format: `JSON, ${encoding}`, columns, rows: () => rowsOf(text(), columns) }
}

async function* rowsOf(text: AsyncIterable<string>, columns: string[]): AsyncGenerator<Row> {
  for await (const { line, cells } of objectsOf(text))
    yield { line, cells: columns.map((path) => cells.get(path) ?? '') }
}

async function* objectsOf(
  text: AsyncIterable<string>,
): AsyncGenerator<{ line: number; cells: Map<string, string> }> {
  const cutter = jsonObjects(2 * LONGEST_CELL)
  try {
    for await (const piece of text)
      for (const object of cutter.take(piece))
        yield { line: object.line, cells: flatten(parsed(object)) }
    cutter.end()
  } catch (error) {
    if (error instanceof BrokenJson) throw new BrokenFile(error.line, error.message)
    throw error
  }
}

function parsed({ line, text }: JsonObject): object {
  try {
    return JSON.parse(text) as object
  } catch (error) {
    throw new BrokenJson(line, `not valid JSON: ${(error as Error).message}`)
  }
}
