import { once } from 'node:events'
import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'

const CONNECTIONS = 32

/** A request: PUT with a body, GET without one. */
export type Sent = { path: string; body?: string }

/**
 * Sends each request once, 32 at a time, over persistent connections. Prepares requests beforehand and
 * reads only the first line of responses, since the generator shares the machine with the server that
 * it measures: a fuller client took a third of it.
 * @param awake whether never to sleep between responses: on a virtual machine, waking up costs time,
 *   and more for slower responses
 * @returns requests per second
 */
export async function sendAll(url: string, all: Sent[], awake = false): Promise<number> {
  const { hostname, port } = new URL(url)
  const requests = all.map(({ path, body }) =>
    Buffer.from(
      body === undefined
        ? `GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\naccept-encoding: gzip\r\n\r\n`
        : `PUT ${path} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
  )
  let sent = 0
  let isDone = false
  const stir = () => isDone || setImmediate(stir)
  if (awake) stir()
  const start = performance.now()
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const socket = connect(Number(port), hostname).setNoDelay()
      let answer = ''
      let length: number | undefined
      const next = () => {
        const request = requests[sent++]
        if (request) socket.write(request)
        else socket.end()
      }
      socket.on('connect', next).on('data', (chunk: Buffer) => {
        answer += chunk.toString('latin1')
        length ??= lengthOf(answer)
        if (length === undefined || answer.length < length) return
        if (!answer.startsWith('HTTP/1.1 2')) socket.destroy(new Error(`refused: ${answer}`))
        answer = ''
        length = undefined
        next()
      })
      await once(socket, 'close')
    }),
  )
  isDone = true
  if (sent < requests.length) throw new Error('a connection was closed before all was sent')
  return requests.length / ((performance.now() - start) / 1000)
}

/** Returns the length of a whole response, head and body; undefined while the head is incomplete. */
function lengthOf(answer: string): number | undefined {
  const head = answer.indexOf('\r\n\r\n')
  if (head < 0) return undefined
  return head + 4 + Number(/content-length: (\d+)/i.exec(answer)?.[1] ?? NaN)
}

/** Requests a page every 20 ms until stopped. @returns the time of each request in milliseconds */
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
