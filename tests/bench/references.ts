import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { Hono } from 'hono'
import { readToken } from '../../api/tokens.ts'
import { saveResponse } from '../../db/answers.ts'
import { connect } from '../../db/engines/sqliteConnection.ts'
import type { Db } from '../../db/open.ts'
import { readDefinition } from '../../db/surveys.ts'
import { readAnswers } from '../../surveys/answers.ts'

// What the product is measured against: a route that parses the same JSON and stores nothing, and
// one that stores the same answer by the same statements, in a transaction of its own on the main
// thread.

const [, , file, secret] = process.argv
const db = onMainThread(connect(file!))

const app = new Hono()
  .put('/nothing/:id', async (context) => {
    await context.req.json()
    return context.json({ id: context.req.param('id') })
  })
  .put('/alone/:id', async (context) => {
    const { token, answers } = await context.req.json<{ token: string; answers: unknown }>()
    const now = Date.now()
    const { response, survey, version, properties } = readToken(secret!, token, now)
    const definition = await readDefinition(db, survey, version)
    await saveResponse(db, {
      id: response,
      surveyId: survey,
      version,
      definition,
      answers: readAnswers(definition, answers),
      complete: true,
      revision: 1,
      language: 'en',
      properties,
      source: 'link',
      answeredAt: now,
      day: Math.floor(now / 86_400_000),
      now,
      dueAt: now,
    })
    return context.json({ id: response })
  })

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
    atomically: async (build) => together(build(orm)),
    faults: () => [],
    close: async () => void connection.close(),
  }
}
