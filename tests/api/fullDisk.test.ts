import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { countAnswers } from '../support/countAnswers.ts'
import { ensureWorkspace } from '../../db/people/workspace.ts'
import { run } from '../support/command.ts'
import { NOW } from '../support/clock.ts'
import { temporaryFile } from '../support/database.ts'
import { aSubmission } from '../support/pages.ts'
import { startServer } from '../support/server.ts'
import { giveKey } from '../support/apiKeys/giveKey.ts'
import { makeSurvey } from '../support/surveys.ts'

const SECRET = 'a secret for tests only, long enough'
const KEY = `ohlas_${'k'.repeat(43)}`

/** Limits the size of files that a process may write, in bytes, which looks like a full disk to it. */
const limitFiles = (pid: number, size: number | 'unlimited') =>
  execFileSync('prlimit', ['--pid', `${pid}`, `--fsize=${size}:unlimited`])

// Only Linux can limit a running process.
test.runIf(process.platform === 'linux')(
  'refuses saves and reports it at /health when the disk is full, and recovers',
  async () => {
    const file = temporaryFile()
    const db = await openDatabase(file)
    await ensureWorkspace(db, { name: 'Acme', timeZone: 'UTC', secret: SECRET, createdAt: NOW })
    await giveKey(db, { name: 'Test', role: 'admin', key: KEY })
    const survey = await makeSurvey(db)
    await db.close()
    const server = await startServer(file)
    onTestFinished(async () => void (await server.end('SIGKILL')))
    const get = (path: string) =>
      fetch(server.url + path, { headers: { authorization: `Bearer ${KEY}` } })
    const save = async () => {
      const { path, body } = aSubmission({ secret: SECRET, survey }, { score: 9 })
      return fetch(server.url + path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
      })
    }
    expect((await save()).status).toBe(200)
    expect((await get('/health')).status).toBe(200)

    limitFiles(server.pid, statSync(`${file}-wal`).size)
    const health = await get('/health')
    expect(health.status).toBe(503)
    const refused = await save()
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    for (const told of [health, refused])
      expect(await told.json()).toMatchObject({
        title: 'Storage unavailable',
        detail: expect.stringMatching(/can’t be read or written: the disk .*Try again shortly/),
      })
    expect((await get('/s/after-support')).status).toBe(200)
    const list = await get(`/api/v1/surveys/${survey.id}/responses`)
    expect(await list.json()).toMatchObject({ responses: [{ state: 'complete' }] })

    limitFiles(server.pid, 'unlimited')
    expect((await get('/health')).status).toBe(200)
    expect((await save()).status).toBe(200)
    expect(await server.end('SIGTERM')).toBe(0)
    const after = await openDatabase(file)
    onTestFinished(() => after.close())
    const counted = { surveyId: survey.id, question: 'score' }
    expect(await countAnswers(after, counted)).toBe(2)
  },
)

const COMMANDS: [command: string, args: string[], input?: string][] = [
  ['server', []],
  ['doctor', []],
  ['import', ['--list']],
  ['account', ['add', '--email', 'a@example.com', '--role', 'lead'], 'a long enough password\n'],
  ['key', ['add', '--name', 'Script', '--role', 'viewer']],
]

/** Expects every program to fail with these words on one line and exit code 1. */
async function expectRefusals(file: string, words: string, run: Run) {
  for (const [command, args, input] of COMMANDS) {
    const { code, out, errors } = await run(command, args, file, input)
    const refusal = `DATABASE_URL=${file}: ${words}\n`
    expect([command, code, out, errors]).toEqual([command, 1, '', refusal])
  }
}

type Run = (command: string, args: string[], file: string, input?: string) => ReturnType<typeof run>

const plainly: Run = (command, args, DATABASE_URL, input) =>
  run(command, args, { DATABASE_URL, PORT: '0' }, input)

test('refuses to start on a full disk, with a sentence that says so', async () => {
  // Limits this process itself.
  const limited: Run = (...given) => {
    limitFiles(process.pid, 1_000)
    try {
      return plainly(...given)
    } finally {
      limitFiles(process.pid, 'unlimited')
    }
  }
  const file = temporaryFile()
  await (await openDatabase(file)).close()
  await expectRefusals(
    file,
    'the disk failed to read or write it, or no larger file is allowed. Look at the disk and its quota, and start again.',
    limited,
  )
})

test('refuses to start with a file that is no database, and leaves it unchanged', async () => {
  const file = temporaryFile()
  execFileSync('sh', ['-c', `echo 'no database' > ${file}`])
  const before = readFileSync(file)
  await expectRefusals(
    file,
    'this file is no SQLite database. Name another file, or restore a backup.',
    plainly,
  )
  expect(readFileSync(file).equals(before)).toBe(true)
})
