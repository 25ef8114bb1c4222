import { expect, it } from 'vitest'
import {
  aboutTwoFactor,
  beginTwoFactor,
  enableTwoFactor,
  readTwoFactor,
} from '../../../db/people/twoFactor.ts'
import { listPeople } from '../../../db/people/people.ts'
import { auditEntry } from '../../../db/schema/index.ts'
import { keyIdOf } from '../../../db/secrets/seal.ts'
import { openSecrets } from '../../../db/secrets/secrets.ts'
import { run } from '../../support/command.ts'
import { makeDatabase, temporaryFile } from '../../support/database.ts'

/** A database with one admin, who has two-factor. */
async function makeTwoFactor() {
  const DATABASE_URL = temporaryFile()
  const db = await makeDatabase(DATABASE_URL)
  const add = ['add', '--role', 'admin', '--email', 'ada@example.com']
  await run('account', add, { DATABASE_URL }, 'a long enough password')
  const userId = (await listPeople(db))[0]!.id
  const secret = openSecrets(DATABASE_URL).seal(aboutTwoFactor(userId), 'JBSWY3DP')
  await beginTwoFactor(db, userId, secret)
  await enableTwoFactor(db, { userId, secret, step: 1, codes: ['aaaa-bbbb'], now: 1 })
  const lastAction = async () =>
    (await db.orm.select().from(auditEntry)).map(({ action }) => action).at(-1)
  return { DATABASE_URL, db, userId, lastAction }
}

it('turns two-factor off for someone who lost their phone, once', async () => {
  const { DATABASE_URL, db, userId, lastAction } = await makeTwoFactor()
  const reset = (email: string) =>
    run('account', ['reset-two-factor', '--email', email], { DATABASE_URL })
  expect(await reset('Ada@example.com')).toMatchObject({
    code: 0,
    out: 'Ada@example.com can sign in with the password alone.\n',
  })
  expect(await readTwoFactor(db, userId)).toBeUndefined()
  expect(await lastAction()).toBe('person.two_factor_disabled')
  expect(await reset('ada@example.com')).toMatchObject({
    code: 1,
    errors: 'ada@example.com has no two-factor.\n',
  })
})

it('seals the stored secrets with a new key, and says how many', async () => {
  const { DATABASE_URL, db, userId, lastAction } = await makeTwoFactor()
  const before = (await readTwoFactor(db, userId))!.secret
  expect(await run('secrets', ['rotate'], { DATABASE_URL })).toMatchObject({
    code: 0,
    out: 'Sealed anew: 1.\n',
    errors: '',
  })
  const after = (await readTwoFactor(db, userId))!.secret
  expect(keyIdOf(after)).not.toBe(keyIdOf(before))
  expect(openSecrets(DATABASE_URL).open(aboutTwoFactor(userId), after)).toBe('JBSWY3DP')
  expect(await lastAction()).toBe('secrets.rotated')
})

it('says what to do when asked to do nothing with the secrets', async () => {
  expect(await run('secrets', [], {})).toMatchObject({
    code: 2,
    errors: expect.stringContaining('Say what to do: rotate.'),
  })
})
