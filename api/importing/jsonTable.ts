import { BrokenFile } from '../../surveys/importing/broken.ts'
import { flatten } from '../../surveys/importing/flatten.ts'
import { jsonObjects, type JsonObject } from '../../surveys/importing/jsonObjects.ts'
import { LONGEST_CELL } from '../../surveys/importing/rows.ts'
import type { Table } from './tableType.ts'

const MOST_COLUMNS = 500

/** A JSON list of objects as a table; its columns are all paths that occur in any object. */
export async function jsonTable(
  text: () => AsyncIterable<string>,
  encoding: string,
): Promise<Table> {
  const paths = new Set<string>()
  for await (const objects of objectsIn(text()))
    for (const { cells } of objects)
      for (const path of cells.keys()) if (paths.size < MOST_COLUMNS) paths.add(path)
  const columns = [...paths]
  return {
    format: `JSON, ${encoding}`,
    columns,
    async *batches() {
      for await (const objects of objectsIn(text()))
        yield objects.map(({ line, cells }) => ({
          line,
          cells: columns.map((path) => cells.get(path) ?? ''),
        }))
    },
  }
}

async function* objectsIn(text: AsyncIterable<string>) {
  const cutter = jsonObjects(2 * LONGEST_CELL)
  for await (const piece of text)
    yield cutter
      .take(piece)
      .map((object) => ({ line: object.line, cells: flatten(parsed(object)) }))
  cutter.end()
}

function parsed({ line, text }: JsonObject): object {
  try {
    return JSON.parse(text) as object
  } catch (error) {
    throw new BrokenFile(line, `not valid JSON: ${(error as Error).message}`)
  }
}
