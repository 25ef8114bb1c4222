import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '../../db/open.ts'
import type { Survey } from '../../db/surveys/surveys.ts'
import { ensureWorkspace } from '../../db/people/workspace.ts'
import { readOptions } from '../../api/commands/readOptions.ts'
import { aSubmission } from '../support/pages.ts'
import { startServer, type Server } from '../support/server.ts'
import { giveKey } from '../support/apiKeys/giveKey.ts'
import { makeSurvey } from '../support/surveys.ts'
import { fill } from './fill.ts'
import { probe, quantile, sendAll, type Sent } from './load.ts'
import {
  median,
  peakDuring,
  processorMilliseconds,
  residentMegabytes,
  row,
  timesInTurns,
} from './measure.ts'
import { redrawTime } from './redraw.ts'
import { threeFilters } from './threeFilters.ts'

// Prints the product's speed as ratios to references measured in the same run.

const SECRET = 'the secret of a benchmark, long enough'
const KEY = 'ohlas_benchmark'
const ANSWERS = 20_000

const USAGE = `npm run bench
  measures for some minutes, on a quiet machine with Chromium; see docs/benchmarks.md`

readOptions(USAGE, { options: {} })
const folder = mkdtempSync(join(tmpdir(), 'ohlas-bench-'))
try {
  console.log('| what | figure | reference | ratio | bound |\n|---|---|---|---|---|')
  await customersSide()
  await pageDuringReads()
  await memoryAndScale()
  await chartRedrawn()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function customersSide() {
  const file = join(folder, 'answers.db')
  const survey = await prepare(file)
  const alone = join(folder, 'alone.db')
  const twin = await prepare(alone)
  const reference = await startReferences(alone)
  const server = await startServer(file)
  await answersPerSecond({ server, survey, reference, twin })
  await pagesPerSecond({ server, survey, reference })
  await server.end('SIGTERM')
  reference.stop()
}

type Sides = {
  server: Server
  survey: Survey
  reference: Awaited<ReturnType<typeof startReferences>>
  twin: Survey
}

async function answersPerSecond({ server, survey, reference, twin }: Sides) {
  const page = `${server.url}/s/${survey.slug}`
  const puts = (of = survey) => Array.from({ length: ANSWERS }, (_, index) => anAnswer(of, index))
  const unstored = () =>
    puts().map(({ path, body }) => ({ path: path.replace(/^.*\//, '/nothing/'), body }))

  await sendAll(server.url, puts().slice(0, 3000))
  await sendAll(reference.url, unstored().slice(0, 3000))
  await sendAll(reference.url, puts(twin).slice(0, 3000))

  const idle = await probe(page, setTimeout(4000))
  const runs = { ours: [] as number[], nothing: [] as number[], alone: [] as number[] }
  for (let round = 0; round < 3; round++) {
    runs.nothing.push(await sendAll(reference.url, unstored()))
    runs.alone.push(await sendAll(reference.url, puts(twin)))
    runs.ours.push(await sendAll(server.url, puts()))
  }
  const load = sendAll(server.url, puts())
  const loaded = await probe(page, load)
  await load

  const [ours, nothing, byOne] = [median(runs.ours), median(runs.nothing), median(runs.alone)]
  row(
    'durable answers/s',
    ours,
    'a route that parses the same JSON and stores nothing',
    nothing,
    '≥ 0.25',
  )
  row('durable answers/s', ours, 'one transaction per answer on the main thread', byOne, '≥ 2.5')
  row(
    'p99 of the page under that load, ms',
    quantile(loaded, 0.99),
    'idle',
    quantile(idle, 0.99),
    '≤ 5',
  )
}

async function pagesPerSecond({ server, survey, reference }: Omit<Sides, 'twin'>) {
  const pages = (path: string) => Array.from({ length: 10_000 }, (): Sent => ({ path }))
  const runs = { ours: [] as number[], constant: [] as number[] }
  // The first round only warms up.
  for (let round = 0; round < 6; round++) {
    const constant = await sendAll(reference.url, pages('/page'), true)
    const ours = await sendAll(server.url, pages(`/s/${survey.slug}`), true)
    if (!round) continue
    runs.constant.push(constant)
    runs.ours.push(ours)
  }
  row(
    'pages of three questions/s',
    median(runs.ours),
    'a route that answers a constant page of the same size',
    median(runs.constant),
    '≥ 0.45',
  )
}

/** Measures how long the survey page takes while a person requests twenty lists at a time. */
async function pageDuringReads() {
  const { server, survey } = await serveFilled(150_000)
  const page = `${server.url}/s/${survey.slug}`
  const groups = 'channel=channel%201&agent=agent%207&team=team%203'
  const cases = `${server.url}/api/v1/follow-ups?survey=${survey.id}&${groups}`
  await probe(page, setTimeout(2000))
  const idle = await probe(page, setTimeout(10_000))
  const over = new AbortController()
  const askOn = async () => {
    while (!over.signal.aborted) await get(cases)
  }
  const reads = Promise.all(Array.from({ length: 20 }, askOn))
  const loaded = await probe(page, setTimeout(10_000))
  over.abort()
  await reads
  await server.end('SIGTERM')
  row(
    'p99 of the page during 20 reads over 150,000 answers, ms',
    quantile(loaded, 0.99),
    'idle',
    quantile(idle, 0.99),
    '≤ 3',
  )
}

async function memoryAndScale() {
  const few = await serveFilled(100_000)
  const many = await serveFilled(1_000_000)
  await setTimeout(2000)
  const rest = residentMegabytes(many.server.pid)
  const [fewTimes, manyTimes] = await timesInTurns(
    [few, many].map(
      ({ address }) =>
        () =>
          get(`${address}/scores?${lastYear('day')}`),
    ),
  )
  const [fewTrends, manyTrends] = await processorInTurns([few, many])
  await few.server.end('SIGTERM')

  const before = residentMegabytes(many.server.pid)
  const peak = await peakDuring(many.server.pid, () => get(`${many.address}/responses.csv`))
  await many.server.end('SIGTERM')
  console.log(`| server at rest, MB | ${rest.toFixed(0)} | | | ≤ 120 |`)
  console.log(
    `| export of 1,000,000 responses adds, MB | ${(peak - before).toFixed(0)} | | | ≤ 64 |`,
  )
  for (const days of [30, 365]) {
    const { ours, byHand } = await threeFilters(many.file, many.survey.id, days)
    row(`three filters, ${days} days, ms`, ours, 'the best of three by hand', byHand, '≤ 1.5')
  }
  const year = 'scores of a year by day, 1,000,000 answers, ms'
  row(year, manyTimes!, '100,000 answers', fewTimes!, '≤ 1.2')
  const trends = 'the Trends screen’s data, 1,000,000 answers, ms of processor'
  row(trends, manyTrends!, '100,000 answers', fewTrends!, '≤ 1.3')
  row(trends, manyTrends!, 'at most', 50, '≤ 1')
}

type Filled = Awaited<ReturnType<typeof serveFilled>>

async function serveFilled(n: number) {
  const file = join(folder, `${n}.db`)
  const survey = await prepare(file)
  fill(file, survey, n)
  const server = await startServer(file)
  return { file, survey, server, address: `${server.url}/api/v1/surveys/${survey.id}` }
}

function lastYear(by: 'day' | 'week'): string {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  return `from=${day(Date.now() - 364 * 86_400_000)}&to=${day(Date.now())}&by=${by}`
}

/** Requests what Trends shows when opened: a year by week with all groups, and the parts beside it. */
async function openTrends(survey: string) {
  await get(`${survey}/segments`)
  await get(`${survey}/scores?${lastYear('week')}`)
  await get(`${survey}/change?${lastYear('week')}&against=previous`)
  await get(`${survey}/shifts?question=score`)
  await get(`${survey}/annotations`)
}

/**
 * Measures the processor time of opening Trends on each server: milliseconds on average, in turns of
 * ten.
 */
async function processorInTurns(servers: Filled[]): Promise<number[]> {
  const spent = servers.map(() => 0)
  for (let turn = 0; turn < 8; turn++)
    for (const [at, { server, address }] of servers.entries()) {
      const before = processorMilliseconds(server.pid)
      for (let round = 0; round < 10; round++) await openTrends(address)
      // The first turns only warm up.
      if (turn >= 2) spent[at]! += processorMilliseconds(server.pid) - before
    }
  return spent.map((each) => each / 60)
}

async function chartRedrawn() {
  const file = join(folder, 'chart.db')
  await prepare(file)
  const server = await startServer(file)
  const { shown, raster } = await redrawTime(server.url)
  await server.end('SIGTERM')
  const what = 'a year by day with four overlays redrawn and on screen, ms'
  row(what, shown, 'one frame', 1000 / 60, '≤ 1')
  console.log(
    `| of it pixels for the canvas, without a graphics card, ms | ${raster.toFixed(1)} | | | |`,
  )
}

async function prepare(file: string): Promise<Survey> {
  const db = await openDatabase(file)
  await ensureWorkspace(db, {
    name: 'Acme',
    timeZone: 'UTC',
    secret: SECRET,
    createdAt: Date.now(),
  })
  await giveKey(db, { key: KEY, name: 'benchmark', role: 'admin' })
  const survey = await makeSurvey(db)
  await db.close()
  return survey
}

function anAnswer(survey: Survey, index: number): Sent {
  // Two in five are detractors, more than most companies have.
  const score = [10, 9, 8, 7, 9, 6, 10, 3, 8, 0][index % 10]!
  return aSubmission(
    { secret: SECRET, survey },
    { score, why: 'It took a while, but they helped me in the end. Thank you.' },
    { channel: `channel ${index % 3}`, agent: `agent ${index % 20}`, team: `team ${index % 4}` },
  )
}

async function startReferences(file: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'references.js'), file, SECRET])
  const url = await new Promise<string>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /listens on (\S+)/.exec(chunk.toString())
      if (found) resolve(found[1]!)
    }),
  )
  return { url, stop: () => child.kill() }
}

async function get(url: string): Promise<void> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${KEY}` } })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  // Reads and discards the body, as a browser that saves a file does.
  await answer.body!.pipeTo(new WritableStream())
}
