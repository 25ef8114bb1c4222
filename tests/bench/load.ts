import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import autocannon from 'autocannon'

const CONNECTIONS = 32

export type Put = { path: string; body: string }

/** Sends each of the requests once, 32 at a time. @returns how many were acknowledged per second */
export async function putAll(url: string, puts: Put[]): Promise<number> {
  let client = 0
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    timeout: 60,
    amount: puts.length,
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    // Each connection has its share beforehand, so that little but sending is left for later.
    setupClient: (connection) => {
      const turn = client++
      connection.setRequests(puts.filter((_, index) => index % CONNECTIONS === turn))
    },
  })
  if (result.non2xx || result.errors)
    throw new Error(`${result.non2xx} answers were refused, ${result.errors} failed`)
  return result['2xx'] / ((result.finish.getTime() - result.start.getTime()) / 1000)
}

/** Asks for a page every 20 ms until told to stop. @returns the milliseconds each one took */
export async function probe(url: string, until: Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  const ended = until.then(() => 'ended' as const)
  while ((await Promise.race([ended, setTimeout(20)])) !== 'ended') {
    const start = performance.now()
    await (await fetch(url)).text()
    times.push(performance.now() - start)
  }
  return times
}

export function quantile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
