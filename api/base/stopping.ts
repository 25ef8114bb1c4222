import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Interval for closing idle connections, in milliseconds. */
const LOOK_EVERY = 50

/**
 * Prepares a graceful stop, which refuses new connections, finishes pending requests, and cuts those
 * that take too long.
 * @returns a function that stops the server and resolves once no connection is left, within
 *   `milliseconds`
 */
export function stoppable(server: Server, milliseconds: number): () => Promise<void> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })

  const open = new Set<ServerResponse>()
  let stopping = false
  server.prependListener('request', (_, response) => {
    if (stopping) response.setHeader('connection', 'close')
    open.add(response)
    response.once('close', () => open.delete(response))
  })

  return async () => {
    stopping = true
    for (const response of open)
      if (!response.headersSent) response.setHeader('connection', 'close')
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    // Closes connections that browsers have opened in advance and not used.
    for (const socket of sockets) if (!socket.bytesRead) socket.destroy()
    const timer = setInterval(() => server.closeIdleConnections(), LOOK_EVERY)
    const cutting = setTimeout(() => server.closeAllConnections(), milliseconds)
    await closed
    clearInterval(timer)
    clearTimeout(cutting)
  }
}
