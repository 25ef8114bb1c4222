import type { APIRequestContext } from 'playwright-core'
import type { Server } from './server.ts'

/** Makes the first admin of a new server, who is signed in from then on. */
export async function makeFirstAdmin(request: APIRequestContext, server: Server): Promise<void> {
  const token = /\/setup\?token=(\S+)/.exec(server.output())![1]!
  await request.post(`${server.url}/api/v1/setup`, {
    data: {
      token,
      company: 'Acme',
      name: 'Ada',
      email: 'ada@example.com',
      password: 'a long enough password',
    },
  })
}
