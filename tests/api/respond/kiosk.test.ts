import { beforeEach, expect, it } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { customer, response } from '../../../db/schema/index.ts'
import { dayOf } from '../../../surveys/days.ts'
import { everyKind } from '../../support/everyKind.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting, type Opened } from '../../support/visiting.ts'
import { makeAsking } from '../../web/respondent/asking.ts'

const SLUG = 'after-support'
const DAY = 86_400_000

let made: Awaited<ReturnType<typeof makeAsking>>

beforeEach(async () => {
  made = await makeAsking()
  await makeSurvey(made.db, SLUG)
})

const { get, open, put, post } = visiting(() => made, SLUG)
const stored = () => made.db.orm.select().from(response)
const done = { confirmed: true, complete: true }

/** The next respondent on the same page. */
const next = ({ id, token }: Opened, end: string) => ({ id: id.slice(0, -end.length) + end, token })

it('stores the answer of each respondent at one page as a response of its own', async () => {
  const page = await open('?via=kiosk&store=prague')
  const [first, second] = [next(page, '0000000000a1'), next(page, '0000000000a2')]
  await put(first, { score: 2 }, { confirmed: true, revision: 1 })
  await put(first, { score: 3 }, { ...done, revision: 2 })
  await put(second, { score: 9 }, done)
  await put(second, { score: 9 }, done)
  const rows = await stored()
  const bands = Object.fromEntries(rows.map(({ id, band }) => [id, band]))
  expect(rows).toHaveLength(2)
  expect(bands).toEqual({ [first.id]: 'unhappy', [second.id]: 'happy' })
  expect(rows.map(({ source }) => source)).toEqual(['kiosk', 'kiosk'])
})

it('refuses ids that don’t begin like the page’s own', async () => {
  const page = await open('?via=kiosk')
  const other = await open('?via=kiosk')
  const ids = [
    other.id,
    `${page.id}0`,
    page.id.slice(0, -1),
    `${page.id.slice(0, -12)}${'G'.repeat(12)}`,
  ]
  for (const id of ids) expect((await put({ ...page, id }, { score: 9 })).status).toBe(403)
  const mine = await open()
  expect((await put({ ...mine, id: next(mine, '0000000000a1').id }, { score: 9 })).status).toBe(403)
  expect(await stored()).toEqual([])
})

it('counts what was answered without network on the day on which it was answered', async () => {
  const page = await open('?via=kiosk')
  const answeredAt = made.clock.now + 3 * 3_600_000
  made.clock.now += DAY
  await put(next(page, '0000000000a1'), { score: 9 }, { ...done, answeredAt })
  expect(await stored()).toMatchObject([{ answeredAt, day: dayOf(answeredAt, 'Europe/Prague') }])
})

/** Saves a score of the `nth` respondent at a time. */
const inLine = (page: Opened, nth: number, answeredAt: number, more = {}) =>
  put(
    next(page, nth.toString(16).padStart(12, '0')),
    { score: 9 },
    { ...done, answeredAt, ...more },
  )

const countedOf = async () => (await stored()).filter(({ state }) => state === 'complete').length

it('counts twenty answers a minute, and excludes more', async () => {
  const page = await open('?via=kiosk')
  const start = made.clock.now
  for (let nth = 0; nth < 60; nth++) {
    made.clock.now = start + nth * 100
    await inLine(page, nth, made.clock.now)
  }
  expect(await countedOf()).toBe(20)
  expect((await stored()).filter(({ spamReason }) => spamReason === 'pace')).toHaveLength(40)
  await inLine(page, 25, made.clock.now, { revision: 2 })
  expect(await countedOf()).toBe(20)
  expect(await checkScoreboard(made.db)).toEqual([])
})

it('keeps the pace limit with unconfirmed and simultaneous answers', async () => {
  const page = await open('?via=kiosk')
  const at = made.clock.now
  const line = Array.from({ length: 30 }, (_, nth) => nth)
  for (const nth of line) await inLine(page, nth, at, { confirmed: false, complete: false })
  await Promise.all(line.toReversed().map((nth) => inLine(page, nth, at, { revision: 2 })))
  expect(await countedOf()).toBe(20)
})

it('counts all answers of a day without network when they arrive at once', async () => {
  const page = await open('?via=kiosk')
  const start = made.clock.now
  made.clock.now += DAY
  for (let nth = 0; nth < 300; nth++) {
    const answeredAt = start + nth * 240_000
    expect((await inLine(page, nth, answeredAt, { complete: false })).status).toBe(200)
    expect((await inLine(page, nth, answeredAt, { revision: 2 })).status).toBe(200)
  }
  expect(await countedOf()).toBe(300)
}, 30_000)

it.each([
  ['ahead', 5 * DAY],
  ['behind', -5 * DAY],
])('corrects the times of a device whose clock is days %s', async (_, wrong) => {
  const page = await open('?via=kiosk')
  const start = made.clock.now
  made.clock.now += DAY
  // Some clocks give fractions.
  const sentAt = made.clock.now + wrong + 0.25
  for (let nth = 0; nth < 30; nth++)
    await inLine(page, nth, start + wrong + nth * 240_000, { sentAt })
  expect(await countedOf()).toBe(30)
  expect((await stored()).map(({ answeredAt }) => answeredAt).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 30 }, (_, nth) => start + nth * 240_000),
  )
})

it('uses neither the customer nor the score of its link', async () => {
  const page = await open('?via=kiosk&customer=42&email=anna@example.com&score=9')
  expect(page.html).not.toMatch(/value="9"[^>]* checked/)
  await put(next(page, '0000000000a1'), { score: 9 }, done)
  expect(await made.db.orm.select().from(customer)).toEqual([])
  expect(await stored()).toMatchObject([{ customerId: null, properties: {} }])
})

it('links nowhere else, and leaves nothing for the next respondent to read', async () => {
  const links = [{ url: 'https://reviews.example.com', text: { en: 'Review us' } }]
  await makeSurvey(made.db, 'every-kind', { ...everyKind, links })
  const shop = visiting(() => made, 'every-kind')
  expect((await shop.open()).html).toContain('reviews.example.com')
  const kiosk = await shop.open('?via=kiosk')
  expect(kiosk.html).not.toContain('reviews.example.com')
  expect(kiosk.html).not.toContain('autocomplete="email"')
  expect(
    await (await put(next(await open('?via=kiosk'), 'a00000000001'), { score: 9 }, done)).json(),
  ).not.toHaveProperty('feedback')
})

it('is a form without script, which continues as a kiosk', async () => {
  const page = await open('?via=kiosk')
  const answered = await post(
    page,
    [
      ['score', '2'],
      ['asked', 'score'],
    ],
    '?via=kiosk',
  )
  expect(await answered.text()).toContain('class="kiosk"')
  expect(await stored()).toMatchObject([{ source: 'kiosk' }])
})

it('says that a survey is closed on a page that reloads itself', async () => {
  const html = await (await get('nothing-here?via=kiosk')).text()
  expect(html).toContain('class="kiosk"')
  expect(html).toContain('There is no survey here')
})

it('has a service worker, served by its own server only', async () => {
  const answered = await made.app.request('http://ohlas.test/kiosk.js')
  expect(answered.headers.get('content-type')).toContain('text/javascript')
  expect(answered.headers.get('cross-origin-resource-policy')).toBeNull()
  expect(await answered.text()).toContain('kiosk')
})
