import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { findProgram, installPackage } from './programs.ts'

/**
 * Starts nginx with these locations and stops it after the test.
 * @param port to listen on at 127.0.0.1
 */
export async function startNginx(port: number, locations: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ohlas-nginx-'))
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, locations))
  const nginx = spawn(findNginx(), ['-e', 'stderr', '-p', folder, '-c', 'nginx.conf'])
  let said = ''
  nginx.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(nginx, 'exit')
  onTestFinished(async () => {
    nginx.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  const started = async () => {
    if (nginx.exitCode !== null) throw new Error(`nginx ended:\n${said}`)
    return isListening(port)
  }
  await vi.waitUntil(started, { interval: 20, timeout: 10_000 })
}

/** Installs nginx if it is missing. */
export function fetchNginx(): void {
  if (!findProgram(['nginx'])) installPackage('nginx')
}

/** Finds a free port on 127.0.0.1. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** @throws Error saying how to get it, since tests are never skipped */
function findNginx(): string {
  const found = findProgram(['nginx'])
  if (found) return found
  throw new Error(
    'This test needs nginx. Install it: apt-get install nginx, or brew install nginx.',
  )
}

const configuration = (folder: string, port: number, locations: string) => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    ${locations}
  }
}
`

async function isListening(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  )
}
