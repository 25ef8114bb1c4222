import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { checkScoreboard } from '../../db/doctor.ts'
import { openDatabase } from '../../db/open.ts'
import type { Db } from '../../db/statements.ts'
import { createSurvey, publishSurvey } from '../../db/surveys/surveys.ts'
import { ensureWorkspace } from '../../db/people/workspace.ts'
import { TEMPLATES } from '../../surveys/templates/index.ts'
import { closeContexts, shareBrowser } from './sharedBrowser.ts'
import { NOW } from './clock.ts'
import { sharedFile } from './database.ts'
import { makeLine, type Line } from './line.ts'
import { startServer, type Server } from './server.ts'

const SECRET = 'a secret for tests only, long enough'

/** A browser, and the server that it reaches over a line controlled by the test. */
export type Listening = {
  file: string
  browser: Browser
  server: Server
  line: Line
  db: Db
  /** The live survey that is created for each test. */
  surveyId: string
  slug: string
}

/** Creates them for all tests of a file, and checks the database after each test. */
export function listening(): Listening {
  const world = { file: sharedFile() } as Listening
  let made = 0

  beforeAll(async () => {
    world.db = await openDatabase(world.file)
    const settings = { name: 'Acme', timeZone: 'UTC', secret: SECRET, createdAt: NOW }
    await ensureWorkspace(world.db, settings)
    ;[world.browser, world.server, world.line] = await Promise.all([
      shareBrowser(),
      startServer(world.file),
      makeLine(),
    ])
  })
  afterAll(async () => {
    const { line, browser, server, db } = world
    line.close()
    await Promise.all([closeContexts(browser), server.end('SIGTERM'), db.close()])
  })

  beforeEach(async () => {
    const slug = `nps-${++made}`
    const { definition } = TEMPLATES.nps
    const { id } = await createSurvey(world.db, { name: slug, slug, definition, now: NOW })
    await publishSurvey(world.db, id, NOW)
    Object.assign(world, { surveyId: id, slug })
    Object.assign(world.line, {
      target: world.server.url,
      fate: () => 'through',
      saves: [],
      visits: [],
    })
  })
  afterEach(async () => {
    expect(await checkScoreboard(world.db)).toEqual([])
  })
  return world
}
