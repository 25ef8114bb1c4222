import { InvalidInput } from '../../surveys/errors.ts'
import { BrokenFile } from '../../surveys/importing/broken.ts'
import { DATE_ORDERS, type DateOrder } from '../../surveys/importing/dates/dates.ts'
import type { Overrides } from '../../surveys/importing/mapping.ts'
import { previewImport, storeImport, type ImportRequest } from '../importing/importing.ts'
import { FOLLOW_UP_CHOICES } from '../importing/followUps.ts'
import { consoleProgress } from '../importing/consoleProgress.ts'
import { previewLines, reconciliationLines } from '../importing/report.ts'
import { importLines, isWorkedOn, previewUndo, undo, undoLines } from '../importing/undo.ts'
import {
  followUpOverride,
  columnOverrides,
  headerRowOverride,
  separatorOverride,
} from '../importing/overrides.ts'
import type { Deps } from '../base/deps.ts'
import { runCommand } from './open.ts'
import { readOptions, refuse } from './readOptions.ts'

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
  [--cases ${FOLLOW_UP_CHOICES.join('|')}]   which low answers open a case: those of the last 14 days
                          unless said otherwise
  [--cases-since 2026-11-01]   or those from a day on
  [--database FILE]       instead of DATABASE_URL`

type Command = (deps: Deps) => Promise<number>

const progress = consoleProgress(process.stderr)
const { values } = readOptions(USAGE, {
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
const command = chooseCommand()
await runCommand((deps) => printingRefusals(() => command(deps)), values.database)

function chooseCommand(): Command {
  const { list, undo: id, yes } = values
  if (list) return listAll
  if (id !== undefined) return (deps) => takeBack(deps, id, yes)
  const request = readImport()
  return (deps) => importFile(deps, request, values['dry-run'])
}

function readImport(): ImportRequest {
  const { survey: slug, file, date, encoding, sheet } = values
  if (!slug || !file) refuse('--survey says where to import, and --file what.', USAGE)
  const dates = values.dates as DateOrder | undefined
  if (dates && !DATE_ORDERS.includes(dates))
    refuse(`--dates takes ${DATE_ORDERS.join(', ')}, not "${dates}"`, USAGE)
  try {
    const overrides: Overrides = {
      columns: columnOverrides(values.map),
      dates,
      date,
      timeZone: values['time-zone'],
      encoding,
      sheet,
      headerRow: headerRowOverride(values['header-row']),
      separator: separatorOverride(values.separator),
      jsonList: values['json-list'],
    }
    return {
      slug,
      file,
      overrides,
      followUps: followUpOverride(values.cases, values['cases-since']),
    }
  } catch (error) {
    return refuse(refusalOf(error), USAGE)
  }
}

async function printingRefusals(run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    progress.clear()
    if (!(error instanceof InvalidInput || error instanceof BrokenFile)) throw error
    console.error(refusalOf(error))
    return 1
  }
}

/** Drops field names, which are the API's. */
function refusalOf(error: unknown): string {
  if (error instanceof InvalidInput) return error.errors.map(({ message }) => message).join('\n')
  return (error as Error).message
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
  print(['', ...reconciliationLines(report, preview)])
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

/** The first Ctrl-C ends the import in order; the second ends the process, which is also safe. */
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
