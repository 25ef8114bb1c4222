import { serve } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import { openDeps, operatorMessage } from './commands/open.ts'
import { readOptions } from './commands/readOptions.ts'
import { runEvery } from './jobs/every.ts'
import { watchSurveys } from './jobs/watch.ts'
import { pruneChanges } from '../db/followUps/liveChanges.ts'
import { resumeRegrouping } from '../db/properties/regrouping.ts'
import { reservedIn } from '../db/scoreboard/segments.ts'
import { indexChanged } from '../db/search/indexing.ts'
import { readCurrent, readSurvey } from '../db/surveys/surveys.ts'
import { SETTINGS_HELP } from './base/config.ts'
import { tellable } from './base/problems.ts'
import { drainUnreadBodies } from './base/drainUnreadBodies.ts'
import { warningOfPath } from './base/origin.ts'
import { clearLeftovers } from './importing/running.ts'
import { clearUploads } from './importing/uploads.ts'
import { createSetup } from './people/setup.ts'
import { stoppable } from './base/stopping.ts'

/** When pending responses are cut, and when the process exits, in milliseconds after a stop signal. */
const LONGEST_ANSWERS = 6_000
const LONGEST_STOP = 9_000

const USAGE = `npm start
  listens until it is stopped. Settings are environment variables, or lines of a file .env:
${SETTINGS_HELP}`

readOptions(USAGE, { options: {} })
try {
  await start()
} catch (error) {
  console.error(operatorMessage(error) ?? error)
  process.exit(1)
}

async function start() {
  const deps = await openDeps('make it')
  await clearUploads(deps.config)
  const setup = await createSetup(deps.db)
  const app = createApp(deps, setup)
  const { port, host } = deps.config
  const listening = ({ port }: AddressInfo) => {
    const address = deps.config.publicUrl ?? `http://localhost:${port}`
    const warning = warningOfPath(deps.config)
    if (warning) deps.log.warn(warning)
    console.log(`Ohlas listens on ${address}`)
    if (setup.token)
      console.log(`Make the first admin here (once): ${address}/setup?token=${setup.token}`)
  }
  const server = serve(
    { fetch: app.fetch, port, hostname: host, autoCleanupIncoming: false },
    listening,
  ) as Server
  drainUnreadBodies(server)
  const endAnswers = stoppable(server, LONGEST_ANSWERS)
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
  clearLeftovers(deps.db, deps.now()).catch((error: unknown) =>
    deps.log.error({ error: tellable(error) }, 'Interrupted imports could not be cleared'),
  )
  let stopping = false
  const { keyUses } = deps
  const jobs = [
    { name: 'watch', minutes: 10, run: () => watchSurveys(deps) },
    { name: 'index', minutes: 1 / 60, run: () => indexChanged(deps.db, () => stopping) },
    { name: 'key use', minutes: 1, run: keyUses.store },
    { name: 'prune', minutes: 10, run: () => pruneChanges(deps.db) },
  ].map((job) => runEvery(job, deps.log))
  const stop = async () => {
    stopping = true
    // Every acknowledged answer is already on disk.
    setTimeout(() => process.exit(0), LONGEST_STOP)
    deps.liveDesks.stop()
    await Promise.all([...jobs.map((job) => job.stop()), endAnswers()])
    // If this fails, a key's last use is shown as an hour earlier.
    await keyUses.store().catch(() => {})
    await deps.db.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
}
