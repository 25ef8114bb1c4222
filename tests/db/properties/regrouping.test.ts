import { expect, it, onTestFinished, vi } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { findGroups } from '../../../db/properties/findGroups.ts'
import { openDatabase } from '../../../db/open.ts'
import type { Db } from '../../../db/statements.ts'
import { hiddenProperties, readPropertyUse, setHidden } from '../../../db/properties/propertyUse.ts'
import {
  onRegroupingFailed,
  regroup,
  regrouped,
  resumeRegrouping,
} from '../../../db/properties/regrouping.ts'
import { listSegments } from '../../../db/scores/scores.ts'
import { MOST_GROUPED_PROPERTIES } from '../../../db/scoreboard/segments.ts'
import { runFor } from '../../../db/requestScope.ts'
import { DatabaseClosed, StorageUnavailable } from '../../../surveys/errors.ts'
import { makeApp } from '../../support/app.ts'
import { makeDatabase, temporaryFile } from '../../support/database.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

const RESERVED = ['', 'language']

const give = (db: Db, surveyId: string, properties: Record<string, string>) =>
  saveResponse(db, aResponse(surveyId, { properties }))

/** Wraps a database so that transactions wait until the test releases them, or fail. */
function gated(db: Db) {
  let open = () => {}
  let gate: Promise<void> | undefined
  let failure: Error | undefined
  const held: Db = {
    ...db,
    atomically: async (build) => {
      await gate
      if (failure) throw failure
      return db.atomically(build)
    },
  }
  return {
    held,
    hold: () => void (gate = new Promise((resolve) => (open = resolve))),
    fail: (error: Error) => void (failure = error),
    letGo: () => {
      gate = undefined
      open()
    },
  }
}

it('returns existing groups while others are being counted, and marks the uncounted', async () => {
  const { held: db, hold, letGo } = gated(await makeDatabase())
  const app = await makeApp({ db })
  const { id } = await makeSurvey(db)
  await give(db, id, { channel: 'chat', agent: 'anna' })
  hold()
  await db.orm.run(
    `insert into grouping values ('${id}', 'agent', '', 'counting'), ('${id}', 'team', 'x', 'hidden')`,
  )
  const counting = regroup(db, id, RESERVED)
  const scores = (filter: string) =>
    app.ask('viewer', `/api/v1/surveys/${id}/scores?question=score&${filter}`)

  expect((await scores('channel=chat')).status).toBe(200)
  expect(await listSegments(db, id)).toEqual({ channel: ['chat'], language: ['en'] })
  const refused = await scores('agent=anna')
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('2')
  expect(await refused.json()).toMatchObject({
    title: 'Being counted',
    detail: expect.stringContaining('"agent"'),
  })

  letGo()
  await counting
  expect((await scores('agent=anna')).status).toBe(200)
  expect((await scores('nothing=x')).status).toBe(400)
})

it('does not swap two properties that are used equally', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const names = Array.from({ length: MOST_GROUPED_PROPERTIES - 1 }, (_, at) => `often${at}`)
  const often = Object.fromEntries(names.map((name) => [name, 'x']))
  for (let at = 0; at < 20; at++) await give(db, id, at % 2 ? { ...often, one: 'x' } : often)
  for (let at = 0; at < 9; at++) await give(db, id, { two: 'x' })
  await regrouped(db, id)
  const chosen = async () => {
    await regroup(db, id, RESERVED)
    return (await findGroups(db, id, 'one')).size ? 'one' : 'two'
  }
  const times: string[] = []
  for (let at = 0; at < 12; at++) {
    await give(db, id, at % 4 < 2 ? { two: 'x' } : { one: 'x' })
    times.push(await chosen())
  }
  const exchanges = times.filter((name, at) => at > 0 && name !== times[at - 1])
  expect(exchanges.length).toBeLessThanOrEqual(1)
  for (let at = 0; at < 6; at++) await give(db, id, { two: 'x' })
  expect(await chosen()).toBe('two')
})

it.each([
  ['a hidden value', 'channel', 'chat', { channel: ['', 'mail'] }],
  ['a hidden property', 'channel', '', {}],
])('resumes %s at the next start after a stop', async (_, property, value, left) => {
  const file = temporaryFile()
  const db = await openDatabase(file)
  const { id } = await makeSurvey(db)
  for (const channel of ['chat', 'mail', 'chat']) await give(db, id, { channel })
  await setHidden(db, { surveyId: id, property, value }, true, RESERVED)
  await db.close()

  const again = await openDatabase(file)
  await resumeRegrouping(again, async () => RESERVED)
  expect(await listSegments(again, id)).toEqual({ language: ['en'], ...left })
  expect(await checkScoreboard(again)).toEqual([])
  await setHidden(again, { surveyId: id, property, value }, false, RESERVED)
  await again.close()

  const last = await makeDatabase(file)
  await resumeRegrouping(last, async () => RESERVED)
  expect(await listSegments(last, id)).toEqual({ language: ['en'], channel: ['chat', 'mail'] })
  expect(await checkScoreboard(last)).toEqual([])
})

it('reports a count that fails, but not one that a shutdown interrupts', async () => {
  const file = temporaryFile()
  const { held: db, fail } = gated(await openDatabase(file))
  const { id } = await makeSurvey(db)
  await give(db, id, { channel: 'chat' })
  const told: unknown[] = []
  onRegroupingFailed(db, (error) => void told.push(error))
  await setHidden(db, { surveyId: id, property: 'channel', value: 'chat' }, true, RESERVED)
  await regrouped(db, id)
  await setHidden(db, { surveyId: id, property: 'channel', value: 'chat' }, false, RESERVED)
  const full = new StorageUnavailable('database or disk is full')
  fail(full)
  await regrouped(db, id)
  expect(told).toEqual([full])

  const ended = regroup(db, id, RESERVED)
  await db.close()
  await expect(ended).rejects.toThrow()
  expect(told.every((error) => error === full)).toBe(true)
})

it('tries again once for all counts of a survey that failed', async () => {
  const { held: db, fail } = gated(await makeDatabase())
  const { id } = await makeSurvey(db)
  await give(db, id, { channel: 'chat' })
  await db.orm.run(`insert into grouping values ('${id}', 'channel', '', 'counting')`)
  fail(new StorageUnavailable('database or disk is full'))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  for (let at = 0; at < 3; at++) await expect(regroup(db, id, RESERVED)).rejects.toThrow()
  expect(vi.getTimerCount()).toBe(1)
})

it('hides an identifier that finds a place only once it has many values, and keeps it when shown', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const names = Array.from({ length: MOST_GROUPED_PROPERTIES }, (_, at) => `name${at}`)
  const full = Object.fromEntries(names.map((name) => [name, 'x']))
  for (let at = 0; at < 25; at++) await give(db, id, { ...full, order: `${10_001 + at}` })
  await regrouped(db, id)
  const remove = { surveyId: id, property: 'name0', value: '' }
  await setHidden(db, remove, true, RESERVED)
  await regrouped(db, id)
  expect((await hiddenProperties(db)).get(id)).toEqual(new Set(['name0', 'order']))
  expect(Object.keys(await listSegments(db, id))).not.toContain('order')
  await setHidden(db, { ...remove, property: 'order' }, false, RESERVED)
  await regrouped(db, id)
  expect((await listSegments(db, id)).order).toHaveLength(25)
  expect(await checkScoreboard(db)).toEqual([])
})

it('finishes a count even if the admin has disconnected', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  for (const channel of ['chat', 'mail']) await give(db, id, { channel })
  await runFor({ person: 'admin', hasGone: () => true }, () =>
    setHidden(db, { surveyId: id, property: 'channel', value: 'chat' }, true, RESERVED),
  )
  await regrouped(db, id)
  expect((await listSegments(db, id)).channel).toEqual(['', 'mail'])
})

it('settles every read when it is closed', async () => {
  const db = await openDatabase(temporaryFile())
  const { id } = await makeSurvey(db)
  const reads = Array.from({ length: 20 }, () => listSegments(db, id))
  const settled = Promise.allSettled(reads)
  await db.close()
  const failures = (await settled).filter((each) => each.status === 'rejected')
  expect(failures.length).toBeGreaterThan(0)
  for (const { reason } of failures)
    expect((reason as Error).cause ?? reason).toBeInstanceOf(DatabaseClosed)
  await expect(listSegments(db, id)).rejects.toThrow()
  await expect(give(db, id, {})).rejects.toThrow(DatabaseClosed)
})

it('reads how often values occur in one query, whatever the number of properties', async () => {
  const { held: db } = gated(await makeDatabase())
  const { id } = await makeSurvey(db)
  const names = Array.from({ length: 10 }, (_, at) => `name${at}`)
  for (let at = 0; at < 3; at++)
    await give(db, id, Object.fromEntries(names.map((name) => [name, `v${at % 2}`])))
  let reads = 0
  const values: Db['background']['values'] = (query) => {
    reads++
    return Object.getPrototypeOf(counted).values.call(counted, query)
  }
  const counted = db.background
  const background = Object.assign(Object.create(counted) as Db['background'], { values })
  const uses = await readPropertyUse({ ...db, background }, id, RESERVED)
  expect(reads).toBe(2)
  expect(uses.find(({ name }) => name === 'name3')!.values).toEqual([
    { value: 'v0', answers: 2, place: 'grouped' },
    { value: 'v1', answers: 1, place: 'grouped' },
  ])
})
