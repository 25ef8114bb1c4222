import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { Hono } from 'hono'
import { createAuth } from '../../api/base/auth.ts'
import { readConfig } from '../../api/base/config.ts'
import type { Deps } from '../../api/base/deps.ts'
import { openSecrets } from '../../db/secrets/secrets.ts'
import { collectKeyUses } from '../../db/apiKeys/keyUses.ts'
import { createLog } from '../../api/base/log.ts'
import { createLiveDesks } from '../../api/followUps/live/liveDesks.ts'
import { respondRoutes } from '../../api/respond/routes.ts'
import { connect } from '../../db/engines/sqlite/connection.ts'
import type { Db } from '../../db/statements.ts'
import { ensureWorkspace } from '../../db/people/workspace.ts'

// References for the product: a route that parses the same JSON and stores nothing; one that sends a
// stored copy of the survey page; and the product's own routes on a database that stores each answer at
// once, on the main thread, in a transaction of its own.

const [, , file, secret] = process.argv
const db = onMainThread(connect(file!))
const config = readConfig({ RATE_LIMIT: 'off' })
const workspace = await ensureWorkspace(db, {
  name: 'Acme',
  timeZone: 'UTC',
  secret: secret!,
  createdAt: Date.now(),
})
const log = createLog('error')
const deps: Deps = {
  db,
  config,
  workspace,
  now: Date.now,
  auth: createAuth(db, config, workspace),
  keyUses: collectKeyUses(db),
  secrets: openSecrets(file!),
  log,
  liveDesks: createLiveDesks({ db, now: Date.now, log }),
}

const ours = respondRoutes(deps)
const asked = await ours.request('/after-support', { headers: { 'accept-encoding': 'gzip' } })
const page = new Uint8Array(await asked.arrayBuffer())
const headers = { 'content-type': 'text/html; charset=UTF-8', 'content-encoding': 'gzip' }
const app = new Hono()
  .put('/nothing/:id', async (context) => {
    await context.req.json()
    return context.json({ id: context.req.param('id') })
  })
  .get('/page', (context) => context.body(page, 200, headers))
  .route('/s', ours)

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
  console.log(`listens on http://127.0.0.1:${port}`),
)

function onMainThread(connection: Database.Database): Db {
  const prepared = new Map<string, Database.Statement<unknown[], unknown[]>>()
  const run = (sql: string, params: unknown[]): unknown[][] => {
    let statement = prepared.get(sql)
    if (!statement) prepared.set(sql, (statement = connection.prepare<unknown[], unknown[]>(sql)))
    if (statement.reader) return statement.raw().all(...params)
    statement.run(...params)
    return []
  }
  const orm = drizzle(async (sql, params, method) => {
    const rows = run(sql, params)
    return { rows: method === 'get' ? rows[0]! : rows }
  })
  const together = connection.transaction(
    (statements: ReturnType<Parameters<Db['atomically']>[0]>) =>
      statements.map((statement) => {
        const { sql, params } = statement.toSQL()
        return run(sql, params)
      }),
  )
  return {
    orm,
    background: orm,
    atomically: async (build) => together(build(orm)),
    checkWritable: async () => {},
    faults: () => [],
    close: async () => void connection.close(),
  }
}
