import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/open.ts'
import { findKey } from '../../../db/apiKeys/apiKeys.ts'
import { listPeople } from '../../../db/people/people.ts'
import { answer, auditEntry, scoreboard } from '../../../db/schema/index.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { run } from '../../support/command.ts'
import { makeDatabase, temporaryFile } from '../../support/database.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

describe('a bad setting stops the start with its name and valid values', () => {
  it.each([
    ['PORT', 'eighty', 'PORT=eighty: must be a port number'],
    [
      'DATABASE_URL',
      'mysql://here',
      'DATABASE_URL=mysql://here: must be the path of a SQLite file',
    ],
    ['TIME_ZONE', 'Mars/Olympus', 'TIME_ZONE=Mars/Olympus: must be a time zone'],
    ['PUBLIC_URL', 'ask.example.com', 'PUBLIC_URL=ask.example.com: must be an address'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL=loud: must be error, warn, info or silent'],
    ['FOLLOW_UP_HOURS', '-1', 'FOLLOW_UP_HOURS=-1'],
  ])('%s=%s', async (name, value, said) => {
    const { code, errors } = await run('server', [], { PORT: '0', [name]: value })
    expect([code, errors.startsWith(said)]).toEqual([1, true])
  })
})

it('adds a person with the password from standard input, once', async () => {
  const DATABASE_URL = temporaryFile()
  const db = await makeDatabase(DATABASE_URL)
  const args = ['add', '--email', 'Lena@example.com', '--role', 'lead', '--name', 'Lena']
  const added = await run('account', args, { DATABASE_URL }, 'a long enough password\n')
  expect(added).toMatchObject({ code: 0, out: 'Lena@example.com can sign in now, as lead.\n' })
  const again = await run('account', args, { DATABASE_URL }, 'a long enough password\n')
  expect(again).toMatchObject({
    code: 1,
    errors: expect.stringContaining('has an account already'),
  })
  const people = await listPeople(db)
  expect(people).toMatchObject([{ name: 'Lena', role: 'lead' }])
})

it.each([
  [['add', '--email', 'no', '--role', 'lead'], 'long enough it is', '--email'],
  [['add', '--email', 'a@example.com', '--role', 'king'], 'long enough it is', '--role'],
  [['add', '--email', 'a@example.com', '--role', 'lead'], 'short', 'password'],
  [['remove'], '', '--email'],
])('does not add a person for %o', async (args, password, said) => {
  const DATABASE_URL = temporaryFile()
  const { code, errors } = await run('account', args, { DATABASE_URL }, password)
  expect([code, errors.includes(said)]).toEqual([2, true])
})

describe('npm run account', () => {
  const makeAccounts = async () => {
    const DATABASE_URL = temporaryFile()
    const db = await makeDatabase(DATABASE_URL)
    const account = (args: string, password = '') =>
      run('account', args.split(' '), { DATABASE_URL }, password)
    const log = async () =>
      (await db.orm.select().from(auditEntry)).map(({ actorKind, action }) => [actorKind, action])
    await account('add --role admin --email ada@example.com', 'a long enough password')
    return { account, log }
  }

  it('lists people, and says who never signed in', async () => {
    const { account, log } = await makeAccounts()
    expect((await account('list')).out).toBe('ada@example.com  admin   never signed in  ada\n')
    expect(await log()).toEqual([['command', 'person.added']])
  })

  it('sets a new password, unless it is easy to guess', async () => {
    const { account, log } = await makeAccounts()
    expect(await account('reset --email ada@example.com', 'password123')).toMatchObject({
      code: 1,
      errors: 'the password is one of the most common passwords\n',
    })
    const reset = await account('reset --email ADA@example.com', 'quite another password')
    expect(reset.code).toBe(0)
    expect((await log()).at(-1)).toEqual(['command', 'person.password_reset'])
  })

  it('deactivates people, but not the last admin', { timeout: 60_000 }, async () => {
    const { account, log } = await makeAccounts()
    await account('add --role lead --email lena@example.com', 'a long enough password')
    expect((await account('remove --email lena@example.com')).out).toBe(
      "lena@example.com can't sign in any more; open cases left without an owner: 0.\n",
    )
    expect((await log()).at(-1)).toEqual(['command', 'person.deactivated'])
    expect(await account('remove --email ada@example.com')).toMatchObject({
      code: 1,
      errors: 'This is the last administrator. Make someone else one first.\n',
    })
    expect((await account('remove --email no@example.com')).errors).toBe(
      'Nobody has an account with the address no@example.com.\n',
    )
  })
})

it('creates a key, shows it once and stores only its hash', async () => {
  const DATABASE_URL = temporaryFile()
  const db = await makeDatabase(DATABASE_URL)
  const add = ['add', '--name', 'Script', '--scopes', 'read,export']
  const made = await run('key', [...add, '--until', '2999-12-31'], { DATABASE_URL })
  const key = made.out.trim()
  expect(key).toMatch(/^ohlas_[\w-]{43}$/)
  const stored = (await findKey(db, key))!
  expect(stored).toMatchObject({
    name: 'Script',
    scopes: ['read', 'export'],
    hint: key.slice(0, 10),
  })

  const list = async () => (await run('key', ['list'], { DATABASE_URL })).out
  expect(await list()).toBe(
    `${stored.id}  ${stored.hint}  valid until 2999-12-31  never used  read,export  Script\n`,
  )
  const revoke = () => run('key', ['revoke', '--id', stored.id], { DATABASE_URL })
  expect(await revoke()).toMatchObject({ code: 0 })
  expect(await list()).toContain('revoked ')
  expect(await revoke()).toMatchObject({ code: 1, errors: expect.stringContaining(stored.id) })
})

it.each([
  [['--scopes', 'read,all'], '--scopes must be some of'],
  [['--scopes', 'read', '--until', 'soon'], '--until must be a date'],
  [['--scopes', 'read', '--until', '2001-01-01'], '--until must be today or later'],
  [['--role', 'king'], '--role must be one of'],
  [[], '--scopes is missing'],
])('makes no key for %o', async (args, said) => {
  const DATABASE_URL = temporaryFile()
  await makeDatabase(DATABASE_URL)
  const { code, errors } = await run('key', ['add', '--name', 'X', ...args], { DATABASE_URL })
  expect([code, errors.startsWith(said)]).toEqual([2, true])
})

it('reports faults in the doctor, with exit code 1', async () => {
  const DATABASE_URL = temporaryFile()
  const db = await openDatabase(DATABASE_URL)
  const { id } = await makeSurvey(db)
  await saveResponse(db, aResponse(id))
  const healthy = await run('doctor', [], { DATABASE_URL })
  expect(healthy).toMatchObject({ code: 0, out: 'All is well.\n' })
  const everyone = sql`${scoreboard.segmentId} in (select id from segment where property = '')`
  await db.orm.update(scoreboard).set({ n9: 2 }).where(everyone)
  await db.close()
  const ill = await run('doctor', [], { DATABASE_URL })
  expect(ill).toMatchObject({ code: 1, out: 'Found 1 fault.\n' })
  expect(ill.errors).toContain('value 9 says 2, the answers say 1')
})

it('reports an answer under another survey than its response in the doctor', async () => {
  const DATABASE_URL = temporaryFile()
  const db = await openDatabase(DATABASE_URL)
  const { id } = await makeSurvey(db)
  const response = aResponse(id)
  await saveResponse(db, response)
  await db.orm.update(answer).set({ surveyId: 'another' })
  await db.close()
  const { code, errors } = await run('doctor', [], { DATABASE_URL })
  expect(code).toBe(1)
  expect(errors).toContain(`answer: a row of response ${response.id} names survey "another"`)
})

it.each([
  ['doctor', []],
  ['import', ['--list']],
  ['import', ['--survey', 'nps', '--file', 'answers.csv', '--dry-run']],
  ['account', ['add', '--email', 'lena@example.com', '--role', 'lead']],
  ['key', ['add', '--name', 'Script', '--role', 'viewer']],
])('makes no database for %s %o, and names the file it looked for', async (command, args) => {
  const DATABASE_URL = join(dirname(temporaryFile()), 'folder', 'ohlas.db')
  const { code, errors } = await run(command, args, { DATABASE_URL }, 'a long enough password\n')
  expect(code).toBe(1)
  expect(errors).toContain(`there is no database at ${DATABASE_URL}`)
  expect(errors).toContain('Set DATABASE_URL to the file that the server uses')
  expect(existsSync(dirname(DATABASE_URL))).toBe(false)
})

it('names the default file if a command has no database', async () => {
  const { code, errors } = await run('doctor', [], {})
  expect(code).toBe(1)
  expect(errors).toMatch(/there is no database at \/\S+\/data\/ohlas\.db, /)
})

it('leaves an empty file as it is, which is no database yet', async () => {
  const DATABASE_URL = temporaryFile()
  writeFileSync(DATABASE_URL, '')
  const { code } = await run('doctor', [], { DATABASE_URL })
  expect([code, readFileSync(DATABASE_URL, 'utf8')]).toEqual([1, ''])
})

it('dates answers from the future today if the doctor is asked to', async () => {
  const DATABASE_URL = temporaryFile()
  const db = await openDatabase(DATABASE_URL)
  const { id } = await makeSurvey(db)
  const answeredAt = Date.now() + 400 * 86_400_000
  await saveResponse(db, aResponse(id, { answers: { score: 2 }, answeredAt }))
  await db.close()
  const told = await run('doctor', [], { DATABASE_URL })
  expect(told.code).toBe(1)
  expect(told.errors).toContain('after today')
  const mended = await run('doctor', ['--redate-future'], { DATABASE_URL })
  expect(mended).toMatchObject({ code: 0, errors: '' })
  expect(mended.out).toBe('Responses from the future dated today: 1.\nAll is well.\n')
  expect(await run('doctor', [], { DATABASE_URL })).toMatchObject({ code: 0 })
}, 30_000)

it.each([
  ['doctor', ['--bogus'], "Unknown option '--bogus'"],
  ['doctor', ['now'], "Unexpected argument 'now'"],
  ['account', ['add', '--bogus'], "Unknown option '--bogus'"],
  ['account', ['add', '--email'], "Option '--email <value>' argument missing"],
  ['account', ['delete'], 'Say what to do: list, add, reset, reset-two-factor or remove.'],
  ['key', ['add', '--bogus'], "Unknown option '--bogus'"],
  ['key', [], 'Say what to do: list, add or revoke.'],
  ['import', ['--bogus'], "Unknown option '--bogus'"],
  ['import', ['--survey', 'nps'], '--survey and --file are required.'],
  ['import', ['--survey', 'nps', '--file', 'f', '--dates', 'x'], '--dates takes day-first'],
  ['import', ['--survey', 'nps', '--file', 'f', '--map', 'x'], '--map takes role=column, not "x"'],
  ['server', ['--port', '80'], "Unknown option '--port'"],
])('explains what is wrong with %s %o and prints the usage', async (command, args, said) => {
  const { code, out, errors } = await run(command, args, {})
  expect([code, out]).toEqual([2, ''])
  expect(errors.startsWith(said)).toBe(true)
  expect(errors).toContain(`\n\nnpm ${command === 'server' ? 'start' : `run ${command} `}`)
  expect(errors).not.toMatch(/^ +at /m)
})

it.each(['account', 'doctor', 'import', 'key', 'server'])(
  'prints the usage of %s for --help',
  async (command) => {
    const { code, out, errors } = await run(command, ['--help'], {})
    expect([code, errors]).toEqual([0, ''])
    expect(out).toMatch(
      command === 'server' ? /^npm start\n[^]+DATABASE_URL / : `npm run ${command} `,
    )
  },
)
