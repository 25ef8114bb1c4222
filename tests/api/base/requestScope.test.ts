import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { sql } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'
import { findKey } from '../../../db/apiKeys/apiKeys.ts'
import { runFor } from '../../../db/requestScope.ts'
import { makeApp } from '../../support/app.ts'
import { makeDatabase } from '../../support/database.ts'
import { holdReads } from '../../support/threads/heldReads.ts'
import { makeSurvey } from '../../support/surveys.ts'

it('drops the reads of a client that disconnected before their turn', async () => {
  const { start, deliver } = holdReads()
  const { app, db, keyFor } = await makeApp({ db: await makeDatabase(undefined, start) })
  const { id } = await makeSurvey(db)
  const authorization = `Bearer ${await keyFor('viewer')}`
  const told = new EventEmitter()
  const gone = once(told, 'gone')
  const arrived = once(told, 'arrived')
  const answered = once(told, 'answered')
  const server = serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: async (request, bindings) => {
      request.signal.addEventListener('abort', () => told.emit('gone'))
      told.emit('arrived')
      const answer = await app.fetch(request, bindings)
      told.emit('answered', answer.status)
      return answer
    },
  })
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  // A long read of the same person comes first.
  const { id: person } = (await findKey(db, authorization.replace('Bearer ', '')))!
  const read = sql`select 1`
  const long = runFor({ person, hasGone: () => false }, async () => db.background.get(read))
  const leaving = new AbortController()
  const asked = Promise.allSettled([
    long,
    fetch(`http://127.0.0.1:${port}/api/v1/surveys/${id}/exclusions`, {
      headers: { authorization },
      signal: leaving.signal,
    }),
  ])
  await arrived
  leaving.abort()
  await gone
  await deliver()
  expect(await answered).toEqual([408])
  const [{ status }] = await asked
  expect(status).toBe('fulfilled')
})
