import { beforeEach, expect, test } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { followUp, response } from '../../../db/schema/index.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { fromAddress } from '../../support/fromAddress.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting, type Opened } from '../../support/visiting.ts'

const SLUG = 'after-support'
const SCORES = Array.from({ length: 11 }, (_, score) => score)

let made: TestApp

beforeEach(async () => {
  made = await makeApp()
  await makeSurvey(made.db, SLUG)
})

const at = (address: string) =>
  visiting(() => ({ app: fromAddress(made.app, address), clock: made.clock }), SLUG)
const counted = async () =>
  (await made.db.orm.select().from(response)).filter(
    ({ state }) => state === 'partial' || state === 'complete',
  )

async function scan(address: string) {
  for (const score of SCORES) {
    const { open, put } = at(address)
    const page = await open(`?score=${score}`)
    made.clock.now -= 4_000
    await put(page, { score }, { complete: score % 2 === 0 })
    await put(page, { score }, { complete: true, revision: 2 })
  }
}

test('twenty emails with eleven plain links, all pressed, count nothing', async () => {
  const start = made.clock.now
  for (let mail = 0; mail < 20; mail++) {
    made.clock.now = start + mail * 600_000
    await scan(`10.0.${mail % 3}.7`)
  }
  expect(await made.db.orm.select().from(response)).toHaveLength(220)
  expect(await counted()).toEqual([])
  expect(await made.db.orm.select().from(followUp)).toEqual([])
  expect(await checkScoreboard(made.db)).toEqual([])
})

test('opened all at once, or as forms, they count nothing either', async () => {
  const { open, put, post } = at('10.0.0.7')
  const start = made.clock.now
  const pages = []
  for (const score of SCORES) {
    made.clock.now = start
    pages.push(await open(`?score=${score}`))
  }
  made.clock.now = start + 500
  await Promise.all(
    pages.map((page, score) =>
      score < 6 ? put(page, { score }) : post(page, [['score', `${score}`]]),
    ),
  )
  expect(await counted()).toEqual([])
  expect(await checkScoreboard(made.db)).toEqual([])
})

test.each([
  ['one after the other', 20_000],
  ['all opened at once', 0],
])('pressed after up to 25 seconds each they count nothing either, %s', async (_, pause) => {
  const { open, put } = at('10.0.0.7')
  const pages: [number, Opened][] = []
  const press = async (score: number, page: Opened) => put(page, { score }, { complete: true })
  for (const score of SCORES) {
    const now = made.clock.now
    const page = await open(`?score=${score}`)
    made.clock.now = now + (score % 3 ? pause : pause / 2)
    if (pause) await press(score, page)
    else pages.push([score, page])
    made.clock.now += 500
  }
  for (const [score, page] of pages) {
    made.clock.now += 2_000
    await press(score, page)
  }
  expect(await counted()).toEqual([])
  expect(await checkScoreboard(made.db)).toEqual([])
})

test('people of the same network count: alone, at their own pace, or with words', async () => {
  const { open, put } = at('10.0.0.7')
  for (const score of [2, 9, 10]) {
    const page = await open(`?score=${score}`)
    await put(page, { score })
    made.clock.now += 30_000
  }
  await scan('10.0.0.8')
  const late = await open('?score=4')
  made.clock.now -= 4_000
  await put(late, { score: 4, why: 'Slow.' })
  const read = await open('?score=7')
  made.clock.now += 12_000
  await put(read, { score: 7 })
  const far = at('192.0.2.1')
  await far.put(await far.open('?score=1'), { score: 1 })
  expect(await counted()).toHaveLength(6)
  expect(await checkScoreboard(made.db)).toEqual([])
})

test('counts a suspected respondent after their next action', async () => {
  await scan('10.0.0.8')
  const { open, put } = at('10.0.0.9')
  const page = await open('?score=9')
  made.clock.now -= 4_000
  await put(page, { score: 9 })
  expect(await counted()).toEqual([])
  made.clock.now += 60_000
  await put(page, { score: 9 }, { revision: 2 })
  expect(await counted()).toMatchObject([{ id: page.id }])
})
