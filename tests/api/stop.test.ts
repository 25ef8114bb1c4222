import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { countAnswers } from '../support/countAnswers.ts'
import { ensureWorkspace } from '../../db/people/workspace.ts'
import { NOW } from '../support/clock.ts'
import { temporaryFile } from '../support/database.ts'
import { aSubmission } from '../support/pages.ts'
import { startServer, type Server } from '../support/server.ts'
import { makeSurvey } from '../support/surveys.ts'

const SECRET = 'a secret for tests only, long enough'
/** A stop may take ten seconds; allows the test half a second more. */
const LONGEST = 10_500

async function makeServer() {
  const file = temporaryFile()
  const db = await openDatabase(file)
  await ensureWorkspace(db, { name: 'Acme', timeZone: 'UTC', secret: SECRET, createdAt: NOW })
  const survey = await makeSurvey(db)
  await db.close()
  return { file, survey, server: await startServer(file) }
}

/** Opens a connection of its own and collects what it receives. */
async function dial(server: Server, text: string) {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  const heard = { text: '', closed: false }
  socket.on('data', (chunk: Buffer) => (heard.text += chunk.toString()))
  socket.on('error', () => {})
  socket.on('close', () => (heard.closed = true))
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  if (text) await send(socket, text)
  return { socket, heard }
}

const send = (socket: Socket, text: string) =>
  new Promise<void>((resolve) => socket.write(text, () => resolve()))

const head = (line: string, length: number) =>
  `${line} HTTP/1.1\r\nhost: ohlas.test\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`

test('stops within ten seconds whatever requests are open, and answers saves in progress', async () => {
  const { file, survey, server } = await makeServer()
  const stuck = [
    '',
    'GET /health HT',
    `${head('PUT /s/after-support/responses/x', 100)}{"tok`,
    'GET /health HTTP/1.1\r\nhost: ohlas.test\r\n\r\n',
  ]
  const hanging = await Promise.all(stuck.map((text) => dial(server, text)))
  const { path, body } = aSubmission({ secret: SECRET, survey }, { score: 9 })
  const { socket, heard } = await dial(server, head(`PUT ${path}`, body.length) + body.slice(0, 20))
  await expect.poll(() => hanging[3]!.heard.text).toContain('200 OK')

  const start = performance.now()
  const ended = server.end('SIGTERM')
  // The server closes unused connections first, which shows that it is stopping.
  await expect.poll(() => hanging[0]!.heard.closed).toBe(true)
  await expect(fetch(`${server.url}/health`)).rejects.toThrow()
  await send(socket, body.slice(20))
  await expect.poll(() => heard.text).toContain('"state"')
  expect(heard.text).toMatch(/^HTTP\/1.1 200 OK/)
  expect(heard.text).toMatch(/connection: close/i)
  expect(await ended).toBe(0)
  expect(performance.now() - start).toBeLessThan(LONGEST)

  const db = await openDatabase(file)
  onTestFinished(() => db.close())
  expect(await countAnswers(db, { surveyId: survey.id, question: 'score' })).toBe(1)
}, 30_000)

test('keeps the connection usable after refusing a large body early', async () => {
  const { server } = await makeServer()
  onTestFinished(async () => void (await server.end('SIGKILL')))
  const early: [line: string, bytes: number, status: number][] = [
    ['POST /api/auth/sign-in/email', 2_000_000, 413],
    ['POST /api/v1/surveys', 900_000, 401],
    ['PUT /s/after-support/responses/x', 900_000, 413],
    ['POST /nowhere', 900_000, 404],
  ]
  await Promise.all(
    early.map(async ([line, bytes, status]) => {
      const { socket, heard } = await dial(server, head(line, bytes))
      await expect.poll(() => heard.text).toContain(`HTTP/1.1 ${status}`)
      // As slowly as over a bad connection, longer than a server would wait for a body it doesn't want.
      for (let part = 0; part < 10; part++) {
        await send(socket, 'x'.repeat(bytes / 10))
        await setTimeout(80)
      }
      await send(socket, 'GET /health HTTP/1.1\r\nhost: ohlas.test\r\n\r\n')
      await expect.poll(() => heard.text).toContain('"status":"ok"')
    }),
  )
}, 30_000)

test('logs no error for a client that disconnects, or a missing file', async () => {
  const { server } = await makeServer()
  onTestFinished(async () => void (await server.end('SIGKILL')))
  const types = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data']
  const lines = ['PUT /s/after-support/responses/x', 'POST /s/after-support', 'POST /f/x']
  for (const line of [...lines, 'POST /api/auth/sign-in/email', 'POST /api/v1/setup'])
    for (const type of types) {
      const text = head(line, 100).replace('application/json', type)
      const { socket, heard } = await dial(server, `${text}{"a":`)
      socket.destroy()
      await expect.poll(() => heard.closed).toBe(true)
    }
  for (const path of ['/assets/Overview-gone.js', '/assets/%ff', '/assets/%00.js', '/assets/'])
    expect((await fetch(server.url + path)).status).toBe(404)
  expect((await fetch(`${server.url}/health`)).status).toBe(200)
  expect(server.output()).not.toMatch(/"level":50|Error|\n +at /)
})
