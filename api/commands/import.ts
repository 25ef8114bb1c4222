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

const USAGE = `Imports responses from a file, lists imports, or undoes one.

npm run import -- --survey SLUG --file FILE [options]
npm run import -- --list
npm run import -- --undo ID [--yes]

Importing
  --dry-run               Show how the file is read, and store nothing
  --map ROLE=COLUMN,...   Say what a column holds: score, comment, date, email, name, firstName,
                          lastName, customerId, responseId, language, property, ignore, or the id
                          of a question. May be repeated
  --dates ORDER           How to read dates such as 3/4/2021: ${DATE_ORDERS.join(' or ')}
  --date DAY              Date of every row of a file without dates, such as 2024-05-01
  --time-zone ZONE        Time zone of times without one, such as Europe/Prague or +02:00.
                          Default: the file's, or the workspace's
  --encoding NAME         Encoding of the file, such as windows-1250, if it isn't recognised
  --sheet NAME            Sheet of an Excel workbook. Default: the first with rows
  --header-row LINE       Line of the header, if it isn't found; 0 for a file without one
  --separator CHARACTER   Separator of a CSV file: a character, or comma, semicolon, tab, pipe
  --json-list PATH        Path of the list of responses in a JSON file, such as data.responses
  --cases WHICH           Which low answers open a case: ${FOLLOW_UP_CHOICES.join(', ')}.
                          Default: those of the last 14 days
  --cases-since DAY       Open cases for low answers since a day, such as 2026-11-01
  --skip-rejected         Leave out rows that can't be stored, instead of storing nothing

Undoing
  --yes                   Undo the import even if people have worked on its cases

  --database FILE         Database to use. Default: DATABASE_URL
  --help                  Show this help`

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
    'skip-rejected': { type: 'boolean', default: false },
    database: { type: 'string' },
  },
})
const command = chooseCommand()
await runCommand((deps) => printingRefusals(() => command(deps)), values.database)

function chooseCommand(): Command {
  const { list, undo: id, yes } = values
  if (list) return listAll
  if (id !== undefined) return (deps) => undoImport(deps, id, yes)
  const request = readImport()
  return (deps) => importFile(deps, request)
}

function readImport(): ImportRequest {
  const { survey: slug, file, date, encoding, sheet } = values
  if (!slug || !file) refuse('--survey and --file are required.', USAGE)
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

/** Formats an error without field names, which belong to the API. */
function refusalOf(error: unknown): string {
  if (error instanceof InvalidInput) return error.errors.map(({ message }) => message).join('\n')
  return (error as Error).message
}

async function importFile(deps: Deps, request: ImportRequest): Promise<number> {
  const { 'dry-run': dryRun, 'skip-rejected': skipRejected } = values
  const preview = await previewImport(deps, request, { progress: progress.show })
  progress.clear()
  print(previewLines(preview, deps.workspace.timeZone))
  if (preview.rejected.count && (preview.isCut || !skipRejected)) return 1
  if (dryRun) return 0
  const signal = abortOnInterrupt()
  const report = await storeImport(deps, preview, { progress: progress.show, signal, skipRejected })
  progress.clear()
  print(['', ...reconciliationLines(report, preview)])
  return 0
}

async function listAll(deps: Deps): Promise<number> {
  print(await importLines(deps))
  return 0
}

async function undoImport(deps: Deps, id: string, yes: boolean): Promise<number> {
  const preview = await previewUndo(deps, id)
  const { responses } = preview.belongings
  print(undoLines(preview))
  if (isWorkedOn(preview) && !yes) {
    console.error('Nothing was undone. Add --yes to undo the import anyway.')
    return 1
  }
  await undo(deps, preview, (deleted) => progress.show('deleting', deleted, responses))
  progress.clear()
  print(['The import was undone. The same file can be imported again.'])
  return 0
}

/** Aborts the import cleanly at the first Ctrl-C. A second one ends the process, which is also safe. */
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
