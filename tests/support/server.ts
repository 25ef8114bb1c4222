import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { RECORDING } from './recording.ts'

const SERVER = fileURLToPath(new URL('../../dist/api/server.js', import.meta.url))

export type Server = {
  url: string
  pid: number
  /** What it has printed so far. */
  output(): string
  /** Kills it, as a power cut would, or asks it to stop and waits until it has. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

/** Starts the built server on a free port, as `npm start` does. */
export async function startServer(
  database: string,
  environment: Record<string, string> = {},
): Promise<Server> {
  const child = spawn(process.execPath, [...RECORDING, SERVER], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: database,
      LOG_LEVEL: 'error',
      // All of a test's requests come from one address, possibly in quick succession.
      RATE_LIMIT: 'off',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = once(child, 'exit') as Promise<[number | null]>

  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /listens on \S+:(\d+)/.exec(output)
      if (found) resolve(found[1]!)
    })
    void exited.then(() => reject(new Error(`The server ended:\n${output}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    output: () => output,
    end: async (signal) => {
      child.kill(signal)
      return (await exited)[0]
    },
  }
}
