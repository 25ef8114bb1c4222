import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const FOLDER = resolve(import.meta.dirname, '../../dist/statements')

/**
 * Node options that make a program record its statements when tests start it, but not the benchmark.
 */
export const RECORDING = process.env.VITEST
  ? ['--import', pathToFileURL(resolve(import.meta.dirname, 'recordStatements.mjs')).href]
  : []

export function forgetStatements(): void {
  rmSync(FOLDER, { recursive: true, force: true })
}

type Recorded = { key: string; sql: string; params: unknown[] }

/** Reads what the last test run recorded: each distinct statement with parameters of each kind. */
export function readStatements(): Recorded[] {
  const lines = readdirSync(FOLDER).flatMap((file) =>
    readFileSync(join(FOLDER, file), 'utf8').split('\n').filter(Boolean),
  )
  const recorded = lines.map((line) => JSON.parse(line) as Recorded)
  return [...new Map(recorded.map((each) => [each.key, each])).values()]
}
