import type { IncomingMessage, Server } from 'node:http'

/** What is still to come of a body that nobody reads: so many bytes at most, within so many milliseconds. */
const MOST_BYTES = 64 * 1024 * 1024
const LONGEST = 30_000

/**
 * Reads past the rest of a body that was answered before all of it had come, such as one that is too
 * large. Otherwise a client that is still sending would find its connection reset: instead of the answer,
 * or at its next request.
 */
export function letBodiesPass(server: Server): void {
  server.on('request', (request, response) => {
    response.once('finish', () => {
      if (!request.complete && !request.destroyed) drain(request)
    })
  })
}

function drain(request: IncomingMessage) {
  const cut = () => request.socket.destroySoon()
  const timer = setTimeout(cut, LONGEST)
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MOST_BYTES) cut()
    // Whoever began to read it may have paused it.
    request.resume()
  })
  request.once('close', () => clearTimeout(timer))
  request.resume()
}
