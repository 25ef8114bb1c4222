import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import {
  request as requests,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from 'playwright-core'
import { afterAll, beforeAll, inject, onTestFinished, vi } from 'vitest'
import { ADMIN, makeFirstAdmin } from './admin.ts'
import { sharedFile } from './database.ts'
import { startServer, type Server } from './server.ts'
import { closeContexts, shareBrowser } from './sharedBrowser.ts'

/** Starts a server on a copy of the example data and signs in its admin. */
export async function startExample(
  request: APIRequestContext,
  file: string,
): Promise<{ server: Server; surveys: { id: string; slug: string }[] }> {
  copyFileSync(await findExample(), file)
  const server = await startServer(file)
  const { email, password } = ADMIN
  await request.post(`${server.url}/api/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin: server.url },
  })
  const list = await request.get(`${server.url}/api/v1/surveys`)
  return { server, ...((await list.json()) as { surveys: { id: string; slug: string }[] }) }
}

/**
 * Serves the example data to all tests of a file, with its admin signed in; call it outside of them.
 */
export function serveExample() {
  const file = sharedFile()
  let browser: Browser
  let started: Awaited<ReturnType<typeof startExample>>
  let admin: Awaited<ReturnType<APIRequestContext['storageState']>>
  beforeAll(async () => {
    browser = await shareBrowser()
    const { request } = await browser.newContext()
    started = await startExample(request, file)
    admin = await request.storageState()
  })
  afterAll(async () => {
    await closeContexts(browser)
    await started.server.end('SIGTERM')
  })
  return {
    get url() {
      return started.server.url
    },
    /** The id of one of its surveys. */
    get survey() {
      return started.surveys[0]!.id
    },
    /** Opens a browser context in which the admin is signed in; closes it after the test. */
    async newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
      const context = await browser.newContext({
        locale: 'en-GB',
        reducedMotion: 'reduce',
        storageState: admin,
        ...options,
      })
      onTestFinished(async () => {
        for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' })
        await context.close()
      })
      return context
    },
  }
}

/** Returns the database with the example data, which the first worker that needs it creates for all. */
async function findExample(): Promise<string> {
  const folder = inject('exampleFolder')
  const example = join(folder, 'example.db')
  try {
    mkdirSync(join(folder, 'making'))
  } catch {
    await vi.waitUntil(() => existsSync(example), { timeout: 100_000 })
    return example
  }
  const file = join(folder, 'making', 'ohlas.db')
  const server = await startServer(file)
  const request = await requests.newContext()
  await makeFirstAdmin(request, server)
  await request.post(`${server.url}/api/v1/example-data`, { timeout: 90_000 })
  await request.dispose()
  await server.end('SIGTERM')
  renameSync(file, example)
  return example
}
