import { parseArgs } from 'node:util'
import { InvalidInput } from '../../surveys/errors.ts'
import { BrokenFile } from '../../surveys/importing/broken.ts'
import { DATE_ORDERS, type DateOrder } from '../../surveys/importing/dates/dates.ts'
import type { Wishes } from '../../surveys/importing/mapping.ts'
import { previewImport, storeImport, type ImportRequest } from '../importing/importing.ts'
import { CASES } from '../importing/cases.ts'
import { consoleProgress } from '../importing/consoleProgress.ts'
import { previewLines, proofLines } from '../importing/report.ts'
import { importLines, isWorkedOn, previewUndo, undo, undoLines } from '../importing/undo.ts'
import {
  wishedCases,
  wishedColumns,
  wishedHeaderRow,
  wishedSeparator,
} from '../importing/wishes.ts'
import type { Deps } from '../base/deps.ts'
import { runCommand } from './open.ts'

const USAGE = `npm run import -- --list
  lists the imports, with the ids by which they are taken back

npm run import -- --undo ID [--yes]
  takes one back; --yes though people have worked on its cases

npm run import -- --survey SLUG --file F [--dry-run]
  [--map role=column,…]   says what a column is: score, comment, date, email, name, firstName,
                          lastName, customerId, responseId, language, property, ignore, or a
                          question's id; may be given several times
  [--dates ${DATE_ORDERS.join('|')}]   how to read 3/4/2021
  [--date 2024-05-01]     the date of every row, where the file has none
  [--time-zone NAME]      of times without one, such as Europe/Prague or +02:00; the workspace's
                          unless the file or you say otherwise
  [--encoding NAME]       such as windows-1250 or utf-16le, where it can't be told from the file
  [--sheet NAME]          of an Excel workbook, where it is not the first
  [--header-row LINE]     on which the header begins, where it is not found; 0 for a file without one
  [--separator ;]         of a CSV file: a character, or comma, semicolon, tab, pipe
  [--json-list PATH]      where in JSON the list of responses lies, such as data.responses
  [--cases ${CASES.join('|')}]   which low answers open a case: those of the last 14 days
                          unless said otherwise
  [--cases-since 2026-11-01]   or those from a day on
  [--database FILE]       instead of DATABASE_URL`

type Command = (deps: Deps) => Promise<number>

const progress = consoleProgress(process.stderr)
const { command, database } = readArguments()
if (command) await runCommand((deps) => tellingRefusals(() => command(deps)), database)
else {
  console.error(USAGE)
  process.exitCode = 2
}

function readArguments(): { command?: Command; database?: string } {
  try {
    const { values } = parseArgs({
      options: {
        list: { type: 'boolean', default: false },
        undo: { type: 'string' },
        yes: { type: 'boolean', default: false },
        survey: { type: 'string' },
        file: { type: 'string' },
        map: { type: 'string', multiple: true, default: [] },
        'dry-run': { type: 'boolean', default: false },
        dates: { type: 'string' },
        date: { type: 'string' },
        'time-zone': { type: 'string' },
        encoding: { type: 'string' },
        sheet: { type: 'string' },
        'header-row': { type: 'string' },
        separator: { type: 'string' },
        'json-list': { type: 'string' },
        cases: { type: 'string' },
        'cases-since': { type: 'string' },
        database: { type: 'string' },
      },
    })
    const { list, undo: id, yes, survey: slug, file, database } = values
    const dates = values.dates as DateOrder | undefined
    if (list) return { command: listAll, database }
    if (id !== undefined) return { command: (deps) => takeBack(deps, id, yes), database }
    if (!slug || !file || (dates && !DATE_ORDERS.includes(dates))) return {}
    const { date, encoding, sheet, 'json-list': jsonList } = values
    const wishes: Wishes = {
      columns: wishedColumns(values.map),
      dates,
      date,
      timeZone: values['time-zone'],
      encoding,
      sheet,
      headerRow: wishedHeaderRow(values['header-row']),
      separator: wishedSeparator(values.separator),
      jsonList,
    }
    const cases = wishedCases(values.cases, values['cases-since'])
    const request = { slug, file, wishes, cases }
    return { command: (deps) => importFile(deps, request, values['dry-run']), database }
  } catch (error) {
    console.error((error as Error).message)
    return {}
  }
}

async function tellingRefusals(run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    progress.clear()
    if (error instanceof InvalidInput)
      for (const { message } of error.errors) console.error(message)
    else if (error instanceof BrokenFile) console.error(error.message)
    else throw error
    return 1
  }
}

async function importFile(deps: Deps, request: ImportRequest, dryRun: boolean): Promise<number> {
  const preview = await previewImport(deps, request, progress.show)
  progress.clear()
  print(previewLines(preview, deps.workspace.timeZone))
  if (preview.rejected.count) return 1
  if (dryRun) return 0
  const signal = abortOnInterrupt()
  const report = await storeImport(deps, preview, { progress: progress.show, signal })
  progress.clear()
  print(['', ...proofLines(report, preview)])
  return 0
}

async function listAll(deps: Deps): Promise<number> {
  print(await importLines(deps))
  return 0
}

async function takeBack(deps: Deps, id: string, yes: boolean): Promise<number> {
  const preview = await previewUndo(deps, id)
  const { responses } = preview.belongings
  print(undoLines(preview))
  if (isWorkedOn(preview) && !yes) {
    console.error('Nothing was taken back. Add --yes to take it back all the same.')
    return 1
  }
  await undo(deps, preview, (deleted) => progress.show('deleting', deleted, responses))
  progress.clear()
  print(['Taken back. The same file can be imported again.'])
  return 0
}

/** The first Ctrl-C ends the import in order; the second ends the process, which does no harm either. */
function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController()
  process.once('SIGINT', () =>
    controller.abort(new Error('interrupted; nothing of this file was stored')),
  )
  return controller.signal
}

function print(lines: string[]) {
  console.log(lines.join('\n'))
}
