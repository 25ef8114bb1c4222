import { isInteger, parse } from 'lossless-json'
import { BrokenFile } from '../../../surveys/importing/broken.ts'
import { InvalidInput } from '../../../surveys/errors.ts'
import { isDate, isDateNumber } from '../../../surveys/importing/dates/dates.ts'
import { flatten } from '../../../surveys/importing/json/flatten.ts'
import { hintsOf, type Hint } from '../../../surveys/importing/headers.ts'
import {
  jsonListFinder,
  jsonObjects,
  type JsonObject,
} from '../../../surveys/importing/json/jsonObjects.ts'
import { LONGEST_CELL } from '../../../surveys/importing/rows.ts'
import type { Table } from './tableType.ts'

const MOST_COLUMNS = 1_000
/** A number of 16 digits or more, which may not fit a double. */
const LONG_NUMBER = /\d{16}/

/** Objects to inspect in order to recognise a list of responses. */
const MOST_INSPECTED = 20
const MOST_COMPARED = 5

/**
 * Reads JSON objects as a table; its columns are all paths in any of them.
 * @param overridden the path of their list, if given
 */
export async function jsonTable(
  text: () => AsyncIterable<string>,
  encoding: string,
  overridden?: string,
): Promise<Table> {
  const { list, others } = await findList(text, overridden)
  const paths = new Set<string>()
  let more = false
  let broken: BrokenFile | undefined
  try {
    for await (const objects of objectsIn(text(), list))
      for (const { cells } of objects)
        for (const path of cells.keys())
          if (paths.size < MOST_COLUMNS) paths.add(path)
          else more ||= !paths.has(path)
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
    broken = error
  }
  // Still shows the complete objects before the break.
  if (broken && !paths.size) throw broken
  const columns = [...paths]
  return {
    format: `JSON, ${encoding}, ${inWords(list)}${others.length ? `, not ${others.join(', ')} (--json-list PATH)` : ''}`,
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

async function findList(
  text: () => AsyncIterable<string>,
  overridden?: string,
): Promise<{ list: string; others: string[] }> {
  const finder = jsonListFinder()
  let broken: BrokenFile | undefined
  try {
    for await (const piece of text()) finder.take(piece)
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
    broken = error
  }
  const found = finder.found()
  if (!found.length)
    throw (
      broken ??
      new BrokenFile(1, 'taken for JSON by its first character, it holds no list of objects')
    )
  const list =
    overridden === undefined ? await likeliest(text, found) : overriddenList(found, overridden)
  const others = list === '' ? [] : found.filter((path) => path !== list)
  return { list, others: others.slice(0, MOST_COMPARED).map(nameOf) }
}

function overriddenList(found: string[], overridden: string): string {
  const list = found.find((path) => path === `${overridden}[]`)
  if (list !== undefined) return list
  const named = found.filter((path) => path !== '' && path !== '[]').map(nameOf)
  throw new InvalidInput([
    {
      field: 'json-list',
      message: `the file has no list of objects "${overridden}"; it has ${named.slice(0, 20).join(', ') || 'none that has a name'}`,
    },
  ])
}

/** A path in an object and the value there. */
type Field = [path: string, cell: string]

const LOOKS: Partial<Record<Hint, (cell: string) => boolean>> = {
  score: (cell) => /^\d{1,2}(?!\d)|\d\)?$|^(?:good|bad)$/i.test(cell),
  comment: (cell) => /\p{L}/u.test(cell),
  date: (cell) => isDate(cell) || isDateNumber(cell),
}

/** Finds the list whose fields look most like responses; the longest of equal ones. */
async function likeliest(text: () => AsyncIterable<string>, found: string[]): Promise<string> {
  const [longest] = found
  if (longest === '' || found.length === 1) return longest!
  let best = { list: longest!, likeness: -1 }
  for (const list of found.slice(0, MOST_COMPARED)) {
    const likeness = likenessTo(list, await firstFields(text(), list))
    if (likeness > best.likeness) best = { list, likeness }
  }
  return best.list
}

async function firstFields(text: AsyncIterable<string>, list: string): Promise<Field[]> {
  const fields: Field[] = []
  let left = MOST_INSPECTED
  try {
    for await (const objects of objectsIn(text, list)) {
      for (const { cells } of objects.slice(0, left)) fields.push(...cells)
      left -= objects.length
      if (left <= 0) break
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
  }
  return fields
}

/** Counts fields that look like a score, a comment or a date; the list's own name counts, too. */
function likenessTo(list: string, fields: Field[]): number {
  const named = Object.entries(LOOKS).filter(([hint, looksSo]) =>
    fields.some(([name, cell]) => hintsOf(name).has(hint as Hint) && looksSo(cell)),
  ).length
  return named + (named && isListOfResponses(list) ? 1 : 0)
}

const isListOfResponses = (list: string) =>
  /(?:responses?|answers|submissions?|feedbacks?|ratings|reviews|results)\[\]$/i.test(list)

async function* objectsIn(text: AsyncIterable<string>, list: string) {
  const cutter = jsonObjects(list, 2 * LONGEST_CELL)
  for await (const piece of text)
    yield cutter
      .take(piece)
      .map((object) => ({ line: object.line, cells: flatten(parsed(object)) }))
  cutter.end()
}

/** Parses an object; converts numbers that don't fit a double, such as long ids, to their digits. */
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
  return list === '[]' ? 'a list of objects' : `the list ${nameOf(list)}`
}

const nameOf = (list: string) => `"${list.slice(0, -2)}"`
