import { openDatabase } from '../../db/open.ts'
import type { Db } from '../../db/statements.ts'
import { Conflict, InvalidInput, StorageUnavailable } from '../../surveys/errors.ts'
import { BrokenFile } from '../../surveys/importing/broken.ts'
import { withoutOptions } from '../../surveys/importing/refusals.ts'
import { tellable } from '../base/problems.ts'
import { previewImport, storeImport, type Preview, type Progress } from './importing.ts'
import type { FromProgram, ToProgram } from './messages.ts'
import { toColumns, toPreview, toReport, toUndecided } from './serialize.ts'

// Program of the process that reads one uploaded file, so that the server can answer customers
// meanwhile and survives whatever the file contains. It ends with the server.

const INTERVAL = 200

let db: Db | undefined
let clock = 0
let timeZone = ''
let preview: Preview | undefined
const stopping = new AbortController()

process.on('message', (message: ToProgram) => {
  if (message.kind === 'check') void reporting(() => check(message))
  else if (message.kind === 'store') void reporting(() => store(message))
  else stopping.abort(new Conflict('stopped'))
})
process.on('disconnect', end)
process.on('SIGTERM', end)

let isStoring = false
let isEnding = false

/** Ends the process; while storing, first deletes what it has staged. */
function end() {
  isEnding = true
  stopping.abort(new Conflict('stopped'))
  if (!isStoring) process.exit(0)
}

async function reporting(work: () => Promise<FromProgram>) {
  const result = await work().catch(failureOf)
  isStoring = false
  send(result)
  if (isEnding) end()
}

async function check({ databaseUrl, request, ...given }: ToProgram & { kind: 'check' }) {
  db ??= await openDatabase(databaseUrl, 'refuse')
  clock = given.now - Date.now()
  timeZone = given.timeZone
  preview = await previewImport(world(), request, {
    progress: progress(),
    onColumns: ({ format }, columns) =>
      send({ kind: 'columns', format: withoutOptions(format), columns: columns.map(toUndecided) }),
  })
  return { kind: 'checked', columns: toColumns(preview), preview: toPreview(preview) } as const
}

async function store({ importId, skipRejected, actor }: ToProgram & { kind: 'store' }) {
  isStoring = true
  const report = await storeImport(world(), preview!, {
    id: importId,
    skipRejected,
    actor,
    progress: progress(),
    signal: stopping.signal,
  })
  return { kind: 'stored', report: toReport(report) } as const
}

const world = () => ({
  db: db!,
  now: () => Date.now() + clock,
  workspace: { timeZone } as Parameters<typeof previewImport>[0]['workspace'],
})

function failureOf(error: unknown): FromProgram {
  if (stopping.signal.aborted) return { kind: 'stopped', reason: null }
  if (error instanceof BrokenFile)
    return { kind: 'refused', problems: [{ field: 'file', message: error.message }] }
  if (error instanceof InvalidInput)
    return {
      kind: 'refused',
      problems: error.errors.map(({ field, message }) => ({
        field,
        message: withoutOptions(message),
      })),
    }
  if (error instanceof Conflict || error instanceof StorageUnavailable)
    return { kind: 'stopped', reason: error.message }
  return { kind: 'failed', error: tellable(error) as { name: string; message: string } }
}

/** Creates a callback that reports progress, limited to once per interval. */
function progress(): Progress {
  let last = 0
  let current = ''
  return (step, done, of) => {
    const now = performance.now()
    if (step === current && now - last < INTERVAL) return
    ;[last, current] = [now, step]
    send({ kind: 'progress', step, done, of: of ?? null })
  }
}

function send(message: FromProgram) {
  if (process.connected) process.send!(message)
}
