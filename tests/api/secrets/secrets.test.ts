import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../api/base/config.ts'
import { beginTwoFactor, aboutTwoFactor, readTwoFactor } from '../../../db/people/twoFactor.ts'
import { keyFileOf } from '../../../db/secrets/keyFile.ts'
import { rotateSecrets } from '../../../db/secrets/rotate.ts'
import { openSecrets } from '../../../db/secrets/secrets.ts'
import { keyIdOf, newSecretKey, seal, unseal } from '../../../db/secrets/seal.ts'
import { makeApp } from '../../support/app.ts'
import { temporaryFile } from '../../support/database.ts'

describe('a sealed secret', () => {
  const key = newSecretKey()
  const sealed = seal(key, 'two-factor ada', 'JBSWY3DP')

  it('opens with its key, for the purpose and owner it was sealed for', () => {
    expect(unseal([newSecretKey(), key], 'two-factor ada', sealed)).toBe('JBSWY3DP')
    expect(unseal([key], 'two-factor eve', sealed)).toBeNull()
    expect(unseal([newSecretKey()], 'two-factor ada', sealed)).toBeNull()
  })

  it('names its key, differs each time, and does not open once changed', () => {
    expect(keyIdOf(sealed)).toBe(key.id)
    expect(seal(key, 'two-factor ada', 'JBSWY3DP')).not.toBe(sealed)
    const start = sealed.indexOf('.') + 1
    for (const at of [start, start + 20, sealed.length - 3]) {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
      expect(unseal([key], 'two-factor ada', changed)).toBeNull()
    }
    expect(unseal([key], 'two-factor ada', `${key.id}.AAAA`)).toBeNull()
  })
})

describe('the key file', () => {
  it('is created beside the database on first need, for its owner only', () => {
    const database = temporaryFile()
    const secrets = openSecrets(database)
    expect(existsSync(keyFileOf(database))).toBe(false)
    const sealed = secrets.seal('x', 'secret')
    expect(statSync(keyFileOf(database)).mode & 0o777).toBe(0o600)
    expect(openSecrets(database).open('x', sealed)).toBe('secret')
    rmSync(keyFileOf(database))
    expect([secrets.canOpen(sealed), secrets.open('x', sealed)]).toEqual([false, null])
  })

  it('is refused if others can read it, or if it holds no key', () => {
    const database = temporaryFile()
    openSecrets(database).seal('x', 'secret')
    chmodSync(keyFileOf(database), 0o644)
    expect(() => openSecrets(database)).toThrow('chmod 600')
    writeFileSync(keyFileOf(database), 'nonsense')
    chmodSync(keyFileOf(database), 0o600)
    expect(() => openSecrets(database)).toThrow('32 bytes in base64')
  })
})

it('seals every secret again with a new key, and forgets the old one', async () => {
  const database = temporaryFile()
  const secrets = openSecrets(database)
  const made = await makeApp({ secrets })
  const { id } = await made.addMember('lead', 'ada')
  await beginTwoFactor(made.db, id, secrets.seal(aboutTwoFactor(id), 'JBSWY3DP'))
  const [fileBefore, before] = [
    readFileSync(keyFileOf(database), 'utf8'),
    await readTwoFactor(made.db, id),
  ]
  expect(await rotateSecrets(made.db, database)).toEqual({ sealed: 1, unreadable: 0 })
  const after = await readTwoFactor(made.db, id)
  expect(keyIdOf(after!.secret)).not.toBe(keyIdOf(before!.secret))
  // A running server needs no restart.
  expect(secrets.open(aboutTwoFactor(id), after!.secret)).toBe('JBSWY3DP')
  expect(readFileSync(keyFileOf(database), 'utf8')).not.toContain(fileBefore.trim())
  rmSync(keyFileOf(database))
  expect(await rotateSecrets(made.db, database)).toEqual({ sealed: 0, unreadable: 1 })
})

it('reads SECRET_KEY, and never prints a wrong one', () => {
  const [fresh, old] = [newSecretKey(), newSecretKey()]
  const text = [fresh, old].map(({ bytes }) => bytes.toString('base64')).join(',')
  expect(readConfig({ SECRET_KEY: text }).secretKey).toEqual([fresh, old])
  expect(() => readConfig({ SECRET_KEY: 'hunter2' })).toThrow(/^SECRET_KEY: must be 32 bytes/)
})
