import type { APIRequestContext } from 'playwright-core'
import { makeFirstAdmin } from './admin.ts'
import type { Server } from './server.ts'

/** Fills a new server with the example data, and signs its admin in. */
export async function loadExample(
  request: APIRequestContext,
  server: Server,
): Promise<{ id: string; slug: string }[]> {
  await makeFirstAdmin(request, server)
  await request.post(`${server.url}/api/v1/example-data`, { timeout: 90_000 })
  const list = await request.get(`${server.url}/api/v1/surveys`)
  return ((await list.json()) as { surveys: { id: string; slug: string }[] }).surveys
}
