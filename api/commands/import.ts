import { parseArgs } from 'node:util'
import { InvalidInput } from '../../surveys/errors.ts'
import { BrokenFile } from '../../surveys/importing/broken.ts'
import { DATE_ORDERS, type DateOrder } from '../../surveys/importing/dates.ts'
import { previewImport, storeImport, type ImportRequest } from '../importing.ts'
import { consoleProgress } from '../importing/consoleProgress.ts'
import { previewLines, proofLines } from '../importing/report.ts'
import { wishedColumns } from '../importing/wishes.ts'
import type { Deps } from '../deps.ts'
import { runCommand } from './open.ts'

const USAGE = `npm run import -- --survey SLUG --file F [--dry-run]
  [--map role=column,…]   says what a column is: score, comment, date, email, name, firstName,
                          lastName, customerId, responseId, language, property, ignore, or a
                          question's id; may be given several times
  [--dates ${DATE_ORDERS.join('|')}]   how to read 3/4/2021
  [--date 2024-05-01]     the date of every row, where the file has none
  [--encoding NAME]       such as windows-1250 or utf-16le, where it can't be told from the file
  [--database FILE]       instead of DATABASE_URL`

type Asked = ImportRequest & { dryRun: boolean }

const { asked, database } = readArguments()
if (asked) await runCommand((deps) => importFile(deps, asked), database)
else {
  console.error(USAGE)
  process.exitCode = 2
}

function readArguments(): { asked?: Asked; database?: string } {
  try {
    const { values } = parseArgs({
      options: {
        survey: { type: 'string' },
        file: { type: 'string' },
        map: { type: 'string', multiple: true, default: [] },
        'dry-run': { type: 'boolean', default: false },
        dates: { type: 'string' },
        date: { type: 'string' },
        encoding: { type: 'string' },
        database: { type: 'string' },
      },
    })
    const dates = values.dates as DateOrder | undefined
    if (!values.survey || !values.file || (dates && !DATE_ORDERS.includes(dates))) return {}
    const asked: Asked = {
      slug: values.survey,
      file: values.file,
      wishes: {
        columns: wishedColumns(values.map),
        dates,
        date: values.date,
        encoding: values.encoding,
      },
      dryRun: values['dry-run'],
    }
    return { asked, database: values.database }
  } catch (error) {
    console.error((error as Error).message)
    return {}
  }
}

async function importFile(deps: Deps, { dryRun, ...request }: Asked): Promise<number> {
  const progress = consoleProgress(process.stderr)
  try {
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
  } catch (error) {
    progress.clear()
    if (error instanceof InvalidInput)
      for (const { message } of error.errors) console.error(message)
    else if (error instanceof BrokenFile) console.error(error.message)
    else throw error
    return 1
  }
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
