import type { APIRequestContext } from 'playwright-core'
import { vi } from 'vitest'
import type { Server } from './server.ts'

export const ADMIN = {
  name: 'Ada',
  email: 'ada@example.com',
  password: 'a long enough password',
}

/** Creates the first admin of a new server and signs them in. */
export async function makeFirstAdmin(request: APIRequestContext, server: Server): Promise<void> {
  // The server prints the address after it has begun to listen.
  const token = await vi.waitUntil(() => /\/setup\?token=(\S+)/.exec(server.output())?.[1])
  await request.post(`${server.url}/api/v1/setup`, { data: { token, company: 'Acme', ...ADMIN } })
}
