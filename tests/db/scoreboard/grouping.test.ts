import { expect, it, vi } from 'vitest'
import { saveResponse, type SavedResponse } from '../../../db/responses/save.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { eraseResponse } from '../../../db/responses/erase.ts'
import type { Db } from '../../../db/statements.ts'
import {
  isRegrouping,
  onRegroupingFailed,
  regroup,
  regrouped,
  resumeRegrouping,
} from '../../../db/properties/regrouping.ts'
import { grouping, response, responseSegment, segment } from '../../../db/schema/index.ts'
import { scoresBySegment } from '../../../db/scores/groupScores.ts'
import { MOST_GROUPED_PROPERTIES, MOST_VALUES } from '../../../db/scoreboard/segments.ts'
import { restore, excludeResponse } from '../../../db/responses/review.ts'
import { seededRandom } from '../../simulations/chance.ts'
import { NOW } from '../../support/clock.ts'
import { makeDatabase, temporaryFile } from '../../support/database.ts'
import { holdReads } from '../../support/threads/heldReads.ts'
import { aResponse, definition, makeSurvey } from '../../support/surveys.ts'

const RESERVED = ['', 'language']
const RANGE = { from: 0, to: 99_999 }

async function world(given = definition, opened?: Db) {
  const db = opened ?? (await makeDatabase())
  onRegroupingFailed(db, (error) => {
    throw error
  })
  const { id: surveyId } = await makeSurvey(db, 'after-support', given)
  return {
    db,
    surveyId,
    save: async (properties: Record<string, string>, more: Partial<SavedResponse> = {}) => {
      const saved = aResponse(surveyId, { properties, definition: given, ...more })
      await saveResponse(db, saved)
      return saved
    },
    groups: async () => {
      await regrouped(db, surveyId)
      const query = { surveyId, question: 'score', metric: 'nps', range: RANGE } as const
      return scoresBySegment(db, query)
    },
  }
}

const junk = (n: number, from = 0) =>
  Object.fromEntries(Array.from({ length: n }, (_, at) => [`junk${from + at}`, 'x']))

/**
 * Expects every group to have exactly the counted responses with its value, and those without a group
 * of their own to be in "other".
 */
async function expectTrueGroups(db: Db, surveyId: string) {
  expect(await checkScoreboard(db)).toEqual([])
  const groups = (await db.orm.select().from(segment)).filter(
    (group) => group.surveyId === surveyId && group.property !== '',
  )
  const rows = await db.orm.select().from(response)
  const members = await db.orm.select().from(responseSegment)
  const stored = new Map<number, Set<number>>()
  for (const { responseNo, segmentId } of members)
    stored.set(segmentId, (stored.get(segmentId) ?? new Set()).add(responseNo))
  const known = new Set(groups.map(({ property, value }) => JSON.stringify([property, value])))
  for (const { id, property, value } of groups) {
    const expected = rows.filter((row) => {
      const own = { ...row.properties, ...(row.language && { language: row.language }) }[property]
      const isCounted = row.state === 'partial' || row.state === 'complete'
      if (!isCounted || own === undefined) return false
      return value === '' ? !known.has(JSON.stringify([property, own])) : own === value
    })
    const counted = new Set(
      rows.filter(({ state }) => state === 'partial' || state === 'complete').map(({ no }) => no),
    )
    const told = [...(stored.get(id) ?? [])].filter((no) => counted.has(no))
    expect([property, value, told.toSorted((a, b) => a - b)]).toEqual([
      property,
      value,
      expected.map(({ no }) => no).toSorted((a, b) => a - b),
    ])
    expect(told.length).toBeGreaterThan(0)
  }
}

it('keeps room for later groups, whatever one answer contains', async () => {
  const { db, surveyId, save, groups } = await world()
  await save(junk(50))
  await save({ channel: 'chat', agent: 'anna' })
  await save({ channel: 'mail', agent: 'anna' })
  const { channel, agent, ...others } = await groups()
  expect(channel).toMatchObject({ chat: { n: 1 }, mail: { n: 1 } })
  expect(agent).toMatchObject({ anna: { n: 2 } })
  expect(Object.keys(others)).toHaveLength(MOST_GROUPED_PROPERTIES - 2 + 1)
  await expectTrueGroups(db, surveyId)
})

it.each([1, 2, 3])(
  'waits for the groups of an answer that came after %i reads of choosing others',
  async (reads) => {
    const held = holdReads()
    const { db, surveyId, save } = await world(
      definition,
      await makeDatabase(temporaryFile(), held.start),
    )
    await save(junk(50))
    for (let at = 0; at < reads && isRegrouping(db, surveyId); at++) {
      await vi.waitUntil(held.begun)
      await held.deliver()
    }
    await vi.waitUntil(held.begun, { timeout: 200 }).catch(() => {})
    await save({ late: 'x' })
    await held.deliverUntil(regrouped(db, surveyId))
    const groups = await db.orm.select().from(segment)
    expect(groups.map(({ property }) => property)).toContain('late')
  },
)

it('keeps the groups of used values despite two hundred junk values', async () => {
  const { db, surveyId, save, groups } = await world()
  for (let at = 0; at < MOST_VALUES + 20; at++) await save({ channel: `junk ${at}` })
  await save({ channel: 'chat' })
  await regroup(db, surveyId, RESERVED)
  expect((await groups()).channel!.chat).toMatchObject({ n: 1 })
  await save({ channel: 'chat' })
  for (let at = 0; at < MOST_VALUES + 20; at++) await save({ channel: `other ${at}` })
  const { channel } = await groups()
  expect(channel!.chat).toMatchObject({ n: 2 })
  expect(Object.keys(channel!)).toHaveLength(MOST_VALUES + 1)
  await expectTrueGroups(db, surveyId)
})

it('keeps a used property despite many answers that each bring new properties', async () => {
  const { db, surveyId, save, groups } = await world()
  for (let at = 0; at < 10; at++) await save({ channel: at % 2 ? 'chat' : 'mail' })
  for (let at = 0; at < 40; at++) await save(junk(20, at * 20))
  expect((await groups()).channel).toMatchObject({ chat: { n: 5 }, mail: { n: 5 } })
  await expectTrueGroups(db, surveyId)
})

it('always has groups for signed properties', async () => {
  const { db, surveyId, save, groups } = await world({ ...definition, signed: ['agent', 'team'] })
  for (let at = 0; at < 5; at++) await save(junk(30))
  await save({ agent: 'anna', team: 'north' })
  for (let at = 0; at < 5; at++) await save(junk(30, 100))
  expect(await groups()).toMatchObject({ agent: { anna: { n: 1 } }, team: { north: { n: 1 } } })
  await expectTrueGroups(db, surveyId)
})

it.each([
  ['unconfirmed', { state: 'unconfirmed' }],
  ['suspected', { state: 'suspected', spamReason: 'honeypot' }],
  ['a test', { state: 'test' }],
] as const)('makes no group of an answer that is %s', async (_, exclusion) => {
  const { db, surveyId, save, groups } = await world()
  for (let at = 0; at < 3; at++) await save(junk(20), { exclusion })
  await save({ channel: 'chat' })
  expect(Object.keys(await groups()).toSorted()).toEqual(['channel', 'language'])
  const stored = await db.orm.select().from(segment)
  expect(stored.filter(({ property }) => property.startsWith('junk'))).toEqual([])
  await expectTrueGroups(db, surveyId)
})

it('adds an answer to its groups when it starts to count, and removes it when it stops', async () => {
  const { db, surveyId, save, groups } = await world()
  const judging = { by: 'Lead', now: NOW, dueAt: NOW }
  const exclusion = { state: 'unconfirmed' } as const
  const saved = await save({ channel: 'chat' }, { exclusion })
  expect((await groups()).channel).toBeUndefined()
  const { exclusion: _, ...confirmed } = { ...saved, revision: 2 }
  await saveResponse(db, confirmed)
  expect((await groups()).channel).toMatchObject({ chat: { n: 1 } })
  await excludeResponse(db, saved.id, judging)
  expect((await groups()).channel).toBeUndefined()
  await restore(db, saved.id, judging)
  expect((await groups()).channel).toMatchObject({ chat: { n: 1 } })
  await expectTrueGroups(db, surveyId)
  await saveResponse(db, {
    ...saved,
    exclusion: { state: 'suspected', spamReason: 'honeypot' },
    revision: 3,
  })
  await eraseResponse(db, saved.id, NOW)
  expect(await groups()).toEqual({})
  await expectTrueGroups(db, surveyId)
})

it('doesn’t count a hidden property, and recounts it once it is shown', async () => {
  const { db, surveyId, save, groups } = await world()
  for (let at = 0; at < 5; at++) await save({ channel: at % 2 ? 'chat' : 'mail' })
  await db.orm
    .insert(grouping)
    .values({ surveyId, property: 'channel', value: '', state: 'hidden' })
  await regroup(db, surveyId, RESERVED)
  await save({ channel: 'chat' })
  expect((await groups()).channel).toBeUndefined()
  await expectTrueGroups(db, surveyId)
  await db.orm.delete(grouping)
  await regroup(db, surveyId, RESERVED)
  expect((await groups()).channel).toMatchObject({ chat: { n: 3 }, mail: { n: 3 } })
  await db.orm
    .insert(grouping)
    .values({ surveyId, property: 'channel', value: 'chat', state: 'hidden' })
  await regroup(db, surveyId, RESERVED)
  await save({ channel: 'chat' })
  expect(Object.entries((await groups()).channel!).map(([value, { n }]) => [value, n])).toEqual([
    ['', 4],
    ['mail', 3],
  ])
  await expectTrueGroups(db, surveyId)
})

it('stays correct whatever order saves, reviews and choices arrive in', async () => {
  const { db, surveyId } = await world()
  const random = seededRandom(7)
  const pick = (n: number) => Math.floor(random() * n)
  const saved: SavedResponse[] = []
  const doing: Promise<unknown>[] = []
  for (let at = 0; at < 600; at++) {
    const properties = {
      ...junk(pick(3), pick(40)),
      order: `order ${pick(400)}`,
      ...(pick(2) && { channel: `channel ${pick(5)}` }),
    }
    const exclusion = { state: 'unconfirmed' } as const
    const one = aResponse(surveyId, { properties, ...(pick(4) === 0 && { exclusion }) })
    saved.push(one)
    doing.push(saveResponse(db, one))
    const other = saved[pick(saved.length)]!
    const kind = pick(12)
    if (kind === 0) doing.push(saveResponse(db, { ...other, revision: 5, answers: { score: 1 } }))
    if (kind === 1) doing.push(excludeResponse(db, other.id, { by: 'L', now: NOW }).catch(() => {}))
    if (kind === 2) doing.push(eraseResponse(db, other.id, NOW))
    if (kind === 3 && at % 5 === 0) doing.push(regroup(db, surveyId, RESERVED))
    if (at % 50 === 0) await Promise.allSettled(doing.splice(0))
  }
  await Promise.allSettled(doing)
  await regroup(db, surveyId, RESERVED)
  await expectTrueGroups(db, surveyId)
})

it('resumes an interrupted count', async () => {
  const { db, surveyId, save, groups } = await world()
  for (let at = 0; at < 4; at++) await save({ channel: 'chat' })
  await db.orm
    .insert(grouping)
    .values({ surveyId, property: 'channel', value: '', state: 'counting' })
  expect((await groups()).channel).toBeUndefined()
  await resumeRegrouping(db, async () => RESERVED)
  expect((await groups()).channel).toMatchObject({ chat: { n: 4 } })
  await expectTrueGroups(db, surveyId)
})
