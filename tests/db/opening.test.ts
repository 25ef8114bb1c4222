import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkScoreboard } from '../../db/doctor.ts'
import { openDatabase } from '../../db/open.ts'
import type { Db } from '../../db/statements.ts'
import { workspace } from '../../db/schema/index.ts'
import { ensureWorkspace } from '../../db/people/workspace.ts'
import { NOW } from '../support/clock.ts'
import { temporaryFile } from '../support/database.ts'

const SETTINGS = { timeZone: 'UTC', secret: 'a secret for tests', createdAt: NOW }
const AROUND = ['', '-wal', '-shm']

/** Copies the files as a kill would leave them: the database, its log and the log's index. */
function kill(file: string): string {
  const copy = temporaryFile()
  for (const ending of AROUND) if (existsSync(file + ending)) cpSync(file + ending, copy + ending)
  return copy
}

const rename = (db: Db, name: string) => db.orm.update(workspace).set({ name })
const nameIn = async (db: Db) => (await db.orm.select().from(workspace))[0]!.name

/** Creates a database whose company has this name, and closes it. */
async function makeFile(name: string): Promise<string> {
  const file = temporaryFile()
  const db = await openDatabase(file)
  await ensureWorkspace(db, { name, ...SETTINGS })
  await db.close()
  return file
}

async function open(file: string): Promise<Db> {
  const db = await openDatabase(file)
  onTestFinished(() => db.close())
  return db
}

/** Expects opening to fail with a sentence or two and to change nothing. @returns the message */
async function refusalOf(file: string): Promise<string> {
  const read = () =>
    AROUND.map((end) => (existsSync(file + end) ? readFileSync(file + end).toString('hex') : null))
  const before = read()
  const refused = await openDatabase(file).catch((error: unknown) => error as Error)
  expect(refused).toMatchObject({ name: 'DatabaseUnusable' })
  expect(read()).toEqual(before)
  return (refused as Error).message
}

const ANOTHERS = /-wal belongs to another copy of this database/

describe('after a kill', () => {
  test('everything acknowledged is stored, whenever the process was killed', async () => {
    const file = await makeFile('Acme')
    const db = await open(file)
    for (let change = 0; change < 5; change++) {
      await rename(db, `Acme ${change}`)
      const killed = await open(kill(file))
      expect(await nameIn(killed)).toBe(`Acme ${change}`)
      expect(await checkScoreboard(killed)).toEqual([])
    }
  })

  test('the same applies after new logs, and after several kills', async () => {
    let file = await makeFile('Acme')
    for (let run = 0; run < 3; run++) {
      const db = await open(file)
      for (let change = 0; change < 6; change++) {
        // More than the log may contain, so that SQLite copies it into the file and starts a new one.
        await rename(db, `${run} ${change} ${'x'.repeat(20_000_000)}`)
        await rename(db, `${run} ${change}`)
        expect(await nameIn(await open(kill(file)))).toBe(`${run} ${change}`)
      }
      file = kill(file)
    }
  }, 120_000)

  test('the same applies with a command running beside the server', async () => {
    const file = await makeFile('Acme')
    const db = await open(file)
    await rename(db, 'by the server')
    const command = await openDatabase(file)
    await rename(command, 'by a command')
    expect(await nameIn(await open(kill(file)))).toBe('by a command')
    await command.close()
    expect(await nameIn(await open(kill(file)))).toBe('by a command')
    await rename(db, 'by the server again')
    expect(await nameIn(await open(kill(file)))).toBe('by the server again')
  })
})

describe('a copy restored beside the log that a kill left', () => {
  /** Creates the files of a killed server, and copies of its database from before. */
  async function makeCopies() {
    const file = await makeFile('Acme')
    const stopped = temporaryFile()
    cpSync(file, stopped)
    const db = await open(file)
    await rename(db, 'Acme before')
    const whileRunning = temporaryFile()
    const connection = new Database(file)
    await connection.backup(whileRunning)
    connection.close()
    await rename(db, 'Acme after')
    return { killed: kill(file), stopped, whileRunning, another: await makeFile('Other') }
  }

  test.each([
    ['from before the last start', 'stopped', 'Acme'],
    ['made while it ran', 'whileRunning', 'Acme before'],
    ['of another database', 'another', 'Other'],
  ] as const)('is refused: one %s', async (_, which, name) => {
    const copies = await makeCopies()
    const { killed } = copies
    cpSync(copies[which], killed)
    expect(await refusalOf(killed)).toMatch(ANOTHERS)

    for (const ending of ['-wal', '-shm']) rmSync(killed + ending)
    expect(await nameIn(await open(killed))).toBe(name)
  })

  test('is refused when the database itself is missing', async () => {
    const { killed } = await makeCopies()
    rmSync(killed)
    expect(await refusalOf(killed)).toContain('the file is missing')
  })
})

describe('an unusable file is refused in a sentence', () => {
  test('a file that is no database', async () => {
    const file = temporaryFile()
    writeFileSync(file, 'no database at all, but long enough to be looked at\n'.repeat(100))
    expect(await refusalOf(file)).toContain('no SQLite database')
  })

  test('the database of another program', async () => {
    const file = temporaryFile()
    new Database(file).exec('create table notes (text)').close()
    expect(await refusalOf(file)).toContain('belongs to another program')
  })

  test('one written by a newer version', async () => {
    const file = await makeFile('Acme')
    new Database(file)
      .exec(`insert into __drizzle_migrations (hash, created_at) values ('x', 9e12)`)
      .close()
    rmSync(`${file}-wal`, { force: true })
    rmSync(`${file}-shm`, { force: true })
    const before = readFileSync(file)
    await expect(openDatabase(file)).rejects.toThrow(/newer version of Ohlas/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('one that is damaged', async () => {
    const file = await makeFile('Acme')
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0xff, 100, 5_000))
    await expect(openDatabase(file)).rejects.toThrow(/damaged|no SQLite database/)
  })

  test('one locked by another program', async () => {
    const file = await makeFile('Acme')
    const other = new Database(file)
    onTestFinished(() => void other.close())
    other.exec('begin immediate')
    await expect(openDatabase(file)).rejects.toThrow(/another program keeps it locked/)
  }, 30_000)

  test('a folder, and a place where none can be created', async () => {
    const file = temporaryFile()
    mkdirSync(file)
    await expect(openDatabase(file)).rejects.toThrow('this is a folder')
    await expect(openDatabase('/dev/null/data/ohlas.db')).rejects.toThrow('its folder is missing')
  })
})

test('makes files readable to the owner only, even existing ones', async () => {
  const file = join(dirname(temporaryFile()), 'data', 'ohlas.db')
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
  const db = await openDatabase(file)
  await ensureWorkspace(db, { name: 'Acme', ...SETTINGS })
  expect(modeOf(dirname(file))).toBe('700')
  for (const ending of AROUND) expect([ending, modeOf(file + ending)]).toEqual([ending, '600'])
  await db.close()

  const wide = temporaryFile()
  writeFileSync(wide, readFileSync(file), { mode: 0o644 })
  await open(wide)
  for (const ending of AROUND) expect([ending, modeOf(wide + ending)]).toEqual([ending, '600'])
})
