import type { Hono } from 'hono'

// oxlint-disable-next-line typescript/no-explicit-any -- an app is asked whatever its routes may use
type App = Pick<Hono<any>, 'request'>

/** Wraps the app so that requests come from a client address, with Node's connection details. */
export function fromAddress(app: App, address: string, headers: Record<string, string> = {}): App {
  const request = (url: string, init?: RequestInit) => {
    const all = { ...(init?.headers as Record<string, string>), ...headers }
    return app.request(url, init, {
      incoming: { headers: all, socket: { remoteAddress: address } },
    })
  }
  return { request } as App
}
