import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request as requests, type APIRequestContext } from 'playwright-core'
import { ADMIN, makeFirstAdmin } from './admin.ts'
import { startServer, type Server } from './server.ts'

/** A database with the example data, made once for all files that a worker runs. */
let example: Promise<string> | undefined

/** Starts a server on a copy of the example data, and signs its admin in. */
export async function startExample(
  request: APIRequestContext,
  file: string,
): Promise<{ server: Server; surveys: { id: string; slug: string }[] }> {
  copyFileSync(await (example ??= makeExample()), file)
  const server = await startServer(file)
  const { email, password } = ADMIN
  await request.post(`${server.url}/api/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin: server.url },
  })
  const list = await request.get(`${server.url}/api/v1/surveys`)
  return { server, ...((await list.json()) as { surveys: { id: string; slug: string }[] }) }
}

async function makeExample(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ohlas-example-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'ohlas.db')
  const server = await startServer(file)
  const request = await requests.newContext()
  await makeFirstAdmin(request, server)
  await request.post(`${server.url}/api/v1/example-data`, { timeout: 90_000 })
  await request.dispose()
  await server.end('SIGTERM')
  return file
}
