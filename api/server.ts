import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import { openDeps } from './commands/open.ts'
import { BadSetting } from './config.ts'
import { runEvery } from './jobs/every.ts'
import { watchSurveys } from './jobs/watch.ts'
import { resumeRegrouping } from '../db/regrouping.ts'
import { reservedIn } from '../db/segments.ts'
import { readCurrent, readSurvey } from '../db/surveys.ts'
import { tellable } from './problems.ts'
import { createSetup } from './setup.ts'

try {
  await start()
} catch (error) {
  console.error(error instanceof BadSetting ? error.message : error)
  process.exit(1)
}

async function start() {
  const deps = await openDeps()
  const setup = await createSetup(deps.db)
  const app = createApp(deps, setup)
  const { port, host } = deps.config
  const server = serve({ fetch: app.fetch, port, hostname: host }, ({ port }: AddressInfo) => {
    const address = deps.config.publicUrl ?? `http://localhost:${port}`
    console.log(`Ohlas listens on ${address}`)
    if (setup.token)
      console.log(`Make the first admin here (once): ${address}/setup?token=${setup.token}`)
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `PORT=${port}: something else listens there already. Set PORT to another one.`
        : error.message,
    )
    process.exit(1)
  })
  const reservedOf = async (id: string) =>
    reservedIn(await readCurrent(deps.db, await readSurvey(deps.db, id)))
  resumeRegrouping(deps.db, reservedOf).catch((error: unknown) =>
    deps.log.error({ error: tellable(error) }, 'Properties could not be counted'),
  )
  const watching = runEvery({ name: 'watch', minutes: 10, run: () => watchSurveys(deps) }, deps.log)
  const stop = () => {
    const watched = watching.stop()
    // New connections are refused; what was asked already is answered before the database closes.
    server.close(() => void watched.then(() => deps.db.close()).then(() => process.exit(0)))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
