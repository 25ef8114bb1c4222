import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { threadId } from 'node:worker_threads'

// Records each distinct statement that this process runs, with parameters of each kind that it was given.
// Plain JavaScript, as servers and commands load it too, with `--import`.

const folder = fileURLToPath(new URL('../../dist/statements/', import.meta.url))
const seen = new Set()

mkdirSync(folder, { recursive: true })
// A worker of the tests loads this for each of its files.
const isRecording = Symbol.for('ohlas.isRecording')
if (!globalThis[isRecording])
  subscribe('ohlas:statement', (traced) => {
    const { sql, params } = traced
    const key = sql + params.map((value) => (value === null ? '-' : typeof value)).join()
    if (seen.has(key)) return
    seen.add(key)
    appendFileSync(
      `${folder}${process.pid}-${threadId}.jsonl`,
      `${JSON.stringify({ key, sql, params })}\n`,
    )
  })
globalThis[isRecording] = true
