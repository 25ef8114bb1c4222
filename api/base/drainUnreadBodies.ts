import type { IncomingMessage, Server } from 'node:http'

/** Limits for the rest of an unread body, in bytes and in milliseconds. */
const MOST_BYTES = 64 * 1024 * 1024
const LONGEST = 30_000

/**
 * Reads and drops the rest of a body that was answered early, for example because it is too large.
 * Otherwise the connection of a client that is still sending would be reset, and the response or its
 * next request lost.
 */
export function drainUnreadBodies(server: Server): void {
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
    // An earlier reader may have paused it.
    request.resume()
  })
  request.once('close', () => clearTimeout(timer))
  request.resume()
}
