import { onTestFinished, vi } from 'vitest'

export type Request = {
  method: string
  /** Path and query. */
  path: string
  body: unknown
  keepalive: boolean
  answer: (body: unknown, status?: number) => Promise<void>
  fail: () => Promise<void>
}

/** Takes what the dashboard sends, for one test, which answers each request when it likes. */
export function takeRequests(): Request[] {
  const requests: Request[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    return new Promise<Response>((resolve, reject) => {
      requests.push({
        method: init.method ?? 'GET',
        path,
        body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
        keepalive: init.keepalive ?? false,
        answer: (body, status = 200) => {
          resolve(Response.json(body, { status }))
          return settled()
        },
        fail: () => {
          reject(new TypeError('Failed to fetch'))
          return settled()
        },
      })
    })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  return requests
}

/** Resolves when those who wait for an answer have gone on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
}
