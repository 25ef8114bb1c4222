import { parentPort, workerData } from 'node:worker_threads'

// Serves one database after another, each over a port of its own.
// Plain JavaScript, as threads run it; the programs are the built ones.

const { serveReads, serveWrites } = await import(workerData.program)
const serve = serveReads ?? serveWrites

parentPort.on('message', ({ file, port }) => {
  const connection = serve(port, file)
  port.once('close', () => {
    connection.close()
    parentPort.postMessage('idle')
  })
})
