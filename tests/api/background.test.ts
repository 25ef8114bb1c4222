import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase, type Db } from '../../db/open.ts'
import { saveResponse } from '../../db/answers.ts'
import { makeApp } from '../support/app.ts'
import { temporaryFile } from '../support/database.ts'
import { aResponse, makeSurvey } from '../support/surveys.ts'

/** Tables that grow with the answers. */
const GROWING =
  /^(SCAN|SEARCH) (response|answer|response_segment|contribution|scoreboard|follow_up|customer|mail_choice)\b/

/**
 * The database as the app has it, and the steps of each statement that the main thread runs in it, as
 * SQLite plans them.
 */
async function watchMainThread() {
  const file = temporaryFile()
  const db = await openDatabase(file)
  const planner = new Database(file)
  onTestFinished(() => void planner.close())
  onTestFinished(() => db.close())
  const steps: string[] = []
  const session = (db.orm as unknown as { session: { client: Client } }).session
  const run = session.client
  const orm = drizzle((sql, params, method) => {
    const plan = planner.prepare(`explain query plan ${sql}`).all(...(params as unknown[]))
    for (const { detail } of plan as { detail: string }[]) steps.push(`${detail} | ${sql}`)
    return run(sql, params, method)
  })
  return { db: { ...db, orm } satisfies Db, steps }
}

type Client = Parameters<typeof drizzle>[0]

it('runs nothing on the main thread that grows with the answers, whatever is read', async () => {
  const { db, steps } = await watchMainThread()
  const app = await makeApp({ db })
  const { id } = await makeSurvey(db)
  for (const score of [0, 3, 9]) await saveResponse(db, aResponse(id, { answers: { score } }))
  const { paths } = (await (await app.ask(null, '/api/v1/openapi.json')).json()) as {
    paths: Record<string, { get?: { parameters?: { name: string }[] } }>
  }
  const reads = Object.entries(paths).flatMap(([path, { get }]) => (get ? [path] : []))
  expect(reads.length).toBeGreaterThan(20)
  await app.keyFor('admin')
  steps.length = 0
  for (const path of reads)
    for (const query of ['', '?channel=chat', '?channel=chat&counting=customers', `?survey=${id}`])
      await (await app.ask('admin', path.replace('{id}', id) + query)).text()
  expect(steps.some((step) => step.startsWith('SEARCH survey'))).toBe(true)
  const grown = steps.filter(
    (step) => GROWING.test(step) && !/\((id|no|rowid|\w+_no|key_hash)=\?/.test(step),
  )
  expect(grown).toEqual([])
})
