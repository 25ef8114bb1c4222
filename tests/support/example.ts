import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { request as requests, type APIRequestContext } from 'playwright-core'
import { inject, vi } from 'vitest'
import { ADMIN, makeFirstAdmin } from './admin.ts'
import { startServer, type Server } from './server.ts'

/** Starts a server on a copy of the example data, and signs its admin in. */
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

/** The database with the example data, which the first worker that needs it makes for all. */
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
