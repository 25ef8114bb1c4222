import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import Database from 'better-sqlite3'
import { Hono } from 'hono'

// What the product is measured against: routes that do as little as can be done.

const [, , file] = process.argv
const connection = new Database(file)
connection.pragma('journal_mode = WAL')
connection.pragma('synchronous = FULL')
connection.exec(`
  create table answer (id text primary key, score integer, why text, properties text, day integer);
  create table counter (segment text, day integer, value integer, n integer, primary key (segment, day, value)) without rowid;
`)
const insert = connection.prepare(
  'insert into answer values (?, ?, ?, ?, ?) on conflict do nothing',
)
const count = connection.prepare(
  'insert into counter values (?, ?, ?, 1) on conflict do update set n = n + 1',
)

type Body = { answers: { score: number; why: string } }
const PROPERTIES = { channel: 'chat', agent: 'anna', team: 'north' }

const store = connection.transaction((id: string, { score, why }: Body['answers']) => {
  insert.run(id, score, why, JSON.stringify(PROPERTIES), 20_000)
  count.run('everyone', 20_000, score)
  for (const segment of Object.values(PROPERTIES)) count.run(segment, 20_000, score)
})

const app = new Hono()
  .put('/nothing/:id', async (context) => {
    await context.req.json()
    return context.json({ id: context.req.param('id') })
  })
  .put('/alone/:id', async (context) => {
    const { answers } = await context.req.json<Body>()
    store(context.req.param('id'), answers)
    return context.json({ id: context.req.param('id') })
  })

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
  console.log(`listens on http://127.0.0.1:${port}`),
)
