import { createHash } from 'node:crypto'
import { addPerson, createAuth, type PasswordHashing } from '../../api/base/auth.ts'
import { createApp } from '../../api/app.ts'
import { readConfig } from '../../api/base/config.ts'
import type { Deps } from '../../api/base/deps.ts'
import { collectKeyUses } from '../../db/apiKeys/keyUses.ts'
import { createLog } from '../../api/base/log.ts'
import { createLiveDesks } from '../../api/followUps/live/liveDesks.ts'
import { createSetup } from '../../api/people/setup.ts'
import type { Db } from '../../db/statements.ts'
import type { Role } from '../../db/schema/index.ts'
import { ensureWorkspace } from '../../db/people/workspace.ts'
import { NOW } from './clock.ts'
import { openSecrets, type Secrets } from '../../db/secrets/secrets.ts'
import { secretKeyOf } from '../../db/secrets/seal.ts'
import { makeDatabase } from './database.ts'
import { giveKey } from './apiKeys/giveKey.ts'

const SECRET_KEY = secretKeyOf(Buffer.alloc(32, 7))
const PASSWORD = 'correct horse battery'

/** A fast hash, since scrypt takes most of a sign-in's time. Tests of the built server use scrypt. */
const QUICK_HASHING: PasswordHashing = {
  hash: async (password) => digest(password),
  verify: async ({ hash, password }) => hash === digest(password),
}

function digest(password: string): string {
  return createHash('sha256').update(password).digest('hex')
}

export type TestApp = Awaited<ReturnType<typeof makeApp>>

/** Creates the whole application on a real database, with a clock that the test moves. */
export async function makeApp(
  options: {
    db?: Db
    secrets?: Secrets
    timeZone?: string
    environment?: Record<string, string>
  } = {},
) {
  const db = options.db ?? (await makeDatabase())
  const clock = { now: NOW }
  const config = readConfig({
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'http://ohlas.test',
    ...options.environment,
  })
  const workspace = await ensureWorkspace(db, {
    name: 'Acme',
    timeZone: options.timeZone ?? 'Europe/Prague',
    secret: 'a secret for tests only, long enough',
    createdAt: NOW,
  })
  const auth = createAuth(db, config, workspace, QUICK_HASHING)
  const now = () => clock.now
  const log = createLog('silent')
  const liveDesks = createLiveDesks({ db, now, log })
  const deps: Deps = {
    db,
    config,
    now,
    workspace,
    auth,
    keyUses: collectKeyUses(db),
    secrets: options.secrets ?? openSecrets('', [SECRET_KEY]),
    log,
    liveDesks,
  }
  const setup = await createSetup(db)
  const app = createApp(deps, setup)

  /** Calls the API with a key of this role, or without a key if `role` is null. */
  const ask = async (
    role: Role | null,
    path: string,
    init: RequestInit & { json?: unknown } = {},
  ) => {
    const { json, ...rest } = init
    const headers = new Headers(rest.headers)
    if (role) headers.set('authorization', `Bearer ${await keyFor(role)}`)
    if (json !== undefined) headers.set('content-type', 'application/json')
    const body = json === undefined ? rest.body : JSON.stringify(json)
    return app.request(`http://ohlas.test${path}`, { ...rest, headers, body })
  }

  const keys = new Map<Role, string>()
  const keyFor = async (role: Role) => {
    let key = keys.get(role)
    if (!key) {
      keys.set(role, (key = `ohlas_test_${role}`))
      await giveKey(db, { key, name: `a ${role}'s key`, role })
    }
    return key
  }

  const addMember = (role: Role, name: string = role) =>
    addPerson(auth, { email: `${name}@ohlas.test`, name, password: PASSWORD, role })

  return { app, db, deps, setup, clock, ask, keyFor, addMember, password: PASSWORD }
}
