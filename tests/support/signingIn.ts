import type { TestApp } from './app.ts'

/** A signed-in browser, whose requests carry the session's cookie. */
export type SignedIn = {
  ask: (path: string, method?: string, json?: unknown) => Promise<Response>
  status: (path: string, method?: string, json?: unknown) => Promise<number>
}

/** Sends a request as a page of the server would. */
export async function send(
  { app }: TestApp,
  path: string,
  {
    method = 'GET',
    json,
    cookie,
    agent = 'Test',
  }: { method?: string; json?: unknown; cookie?: string; agent?: string } = {},
): Promise<Response> {
  return app.request(`http://ohlas.test${path}`, {
    method,
    headers: {
      origin: 'http://ohlas.test',
      'user-agent': agent,
      ...(cookie && { cookie }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })
}

export const trySignIn = (made: TestApp, email: string, password: string, agent?: string) =>
  send(made, '/api/auth/sign-in/email', { method: 'POST', json: { email, password }, agent })

/** Returns the browser after a response that signed it in. */
export function browserAfter(made: TestApp, response: Response): SignedIn {
  const lines = response.headers.getSetCookie()
  const cookie = lines.map((line) => line.split(';')[0]).join('; ')
  const ask = (path: string, method = 'GET', json?: unknown) =>
    send(made, `/api/v1${path}`, { method, json, cookie })
  return { ask, status: async (...call) => (await ask(...call)).status }
}

export async function signInAs(made: TestApp, name: string, agent?: string): Promise<SignedIn> {
  return browserAfter(made, await trySignIn(made, `${name}@ohlas.test`, made.password, agent))
}
