import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import { readConfig } from '../../../api/base/config.ts'
import type { Deps } from '../../../api/base/deps.ts'
import { createLog } from '../../../api/base/log.ts'
import { errorResponse } from '../../../api/respond/errorResponse.ts'
import { feedbackRoutes } from '../../../api/respond/feedbackRoutes.ts'
import { respondRoutes } from '../../../api/respond/routes.ts'
import { scriptRoutes } from '../../../api/respond/scriptRoutes.ts'
import { ensureWorkspace } from '../../../db/people/workspace.ts'
import { NOW } from '../../support/clock.ts'
import { makeDatabase } from '../../support/database.ts'

/** The customer's side alone, on a real database, with a clock that the test moves. */
export async function makeAsking() {
  const db = await makeDatabase()
  const clock = { now: NOW }
  const workspace = await ensureWorkspace(db, {
    name: 'Acme',
    timeZone: 'Europe/Prague',
    secret: 'a secret for tests only, long enough',
    createdAt: NOW,
  })
  const config = readConfig({ LOG_LEVEL: 'silent' })
  const deps = { db, config, now: () => clock.now, workspace, log: createLog('silent') } as Deps
  const app = new Hono()
    .route('/', scriptRoutes())
    .route('/s', respondRoutes(deps))
    .route('/f', feedbackRoutes(deps))
    .onError((error, context) => errorResponse(deps, context, error))
  return { app, db, deps, clock, ...servingOf(app) }
}

/** Serves an app to browsers until the test is done. */
function servingOf({ fetch }: Hono) {
  let server: ServerType
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  const listen = (port = 0) =>
    new Promise<string>((resolve) => {
      server = serve({ fetch, port, hostname: '127.0.0.1' }, (address) =>
        resolve(`http://127.0.0.1:${address.port}`),
      )
      onTestFinished(stop)
    })
  return { listen, stop }
}
