import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How often connections are looked for that have nothing under way any more, in milliseconds. */
const LOOK_EVERY = 50

/**
 * Prepares a server to be stopped: from then on no connection is taken, what was asked already is
 * answered, and whatever is not done in time is cut.
 * @returns stops it and resolves when no connection is left, within `milliseconds`
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
    // Browsers open connections ahead of what they may want to ask.
    for (const socket of sockets) if (!socket.bytesRead) socket.destroy()
    const looking = setInterval(() => server.closeIdleConnections(), LOOK_EVERY)
    const cutting = setTimeout(() => server.closeAllConnections(), milliseconds)
    await closed
    clearInterval(looking)
    clearTimeout(cutting)
  }
}
