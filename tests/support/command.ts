import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { RECORDING } from './recording.ts'

const BUILT = resolve(import.meta.dirname, '../../dist/api')

/** Starts a built command as the README's `npm run` does, with no other settings than these. */
export function start(command: string, args: string[], settings: Record<string, string>) {
  const cwd = mkdtempSync(join(tmpdir(), 'ohlas-cwd-'))
  const child = spawn(process.execPath, [...RECORDING, join(BUILT, `${command}.js`), ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...settings },
  })
  return child.once('exit', () => rmSync(cwd, { recursive: true, force: true }))
}

/** Runs a built command until it ends. */
export async function run(
  command: string,
  args: string[],
  settings: Record<string, string>,
  input = '',
) {
  const child = start(command, args, settings)
  child.stdin.end(input)
  const [out, errors] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { code: child.exitCode, out, errors }
}
