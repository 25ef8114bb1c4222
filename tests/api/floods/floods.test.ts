import { beforeEach, describe, expect, test } from 'vitest'
import { watchFloods, type Arrival } from '../../../api/floods/floods.ts'
import { knowUsualDays } from '../../../api/floods/usualAnswers.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { response } from '../../../db/schema/index.ts'
import { rampUp } from '../../simulations/rampUp.ts'
import { NOW } from '../../support/clock.ts'
import { fromAddress } from '../../support/fromAddress.ts'
import { solved } from '../../support/solving.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'
import { makeAsking } from '../../web/respondent/asking.ts'

const SLUG = 'after-support'

const MINUTE = 60_000

const HOUR = 60 * MINUTE

const DAY = 24 * HOUR

describe('an attack that doubles every minute', () => {
  test('from many addresses counts 135 answers, and asks real customers at most for a proof', () => {
    const found = rampUp({ groups: 5_000, most: 10_000, minutes: 30, usualDay: 0 }, NOW)
    expect(found.attack.usual).toBeLessThanOrEqual(135)
    expect(found.attack.flood).toBeGreaterThan(200_000)
    expect(found.customers.overrun).toBe(0)
    expect(found.customers.usual + found.customers.flood).toBeGreaterThan(80)
  })

  test('from one network counts 65 without proof, at most 600 an hour, and asks nobody else for one', () => {
    const found = rampUp({ groups: 1, most: 50, minutes: 30, usualDay: 0 }, NOW)
    expect(found.attack.usual).toBeLessThanOrEqual(65)
    expect(found.attack.flood).toBeLessThanOrEqual(600)
    expect(found.attack.overrun).toBeGreaterThan(600)
    expect(found.customers).toMatchObject({ flood: 0, overrun: 0 })
  })
})

describe('a flood', () => {
  const usualDays = (n: number) => watchFloods(() => n)
  let last = 0
  const arrive = (
    watch: ReturnType<typeof watchFloods>,
    n: number,
    at: number,
    more: Partial<Arrival> = {},
  ) => {
    let crowd
    for (let nth = 0; nth < n; nth++)
      crowd = watch(
        { survey: 'a', response: `r${last++}`, group: `g${last}`, wasQueued: false, ...more },
        at,
      )
    return crowd
  }

  test('is more than 60 new responses a minute, of that survey, until ten minutes later', () => {
    const watch = usualDays(0)
    expect(arrive(watch, 60, NOW)).toBe('usual')
    expect(arrive(watch, 1, NOW)).toBe('flood')
    expect(arrive(watch, 1, NOW, { survey: 'b' })).toBe('usual')
    expect(arrive(watch, 1, NOW + 9 * MINUTE)).toBe('flood')
    expect(arrive(watch, 1, NOW + 11 * MINUTE)).toBe('usual')
  })

  test('or ten times the average minute of a busy day', () => {
    const watch = usualDays(14_400)
    expect(arrive(watch, 100, NOW)).toBe('usual')
    expect(arrive(watch, 1, NOW)).toBe('flood')
  })

  test('or more than 2,000 a day, or three busy days, however slowly they come', () => {
    for (const [usual, most] of [
      [0, 2_000],
      [1_000, 3_000],
    ] as const) {
      const watch = usualDays(usual)
      const midnight = Math.ceil(NOW / DAY) * DAY
      let counted = 0
      for (let minute = 0; minute < 1_000; minute++)
        for (let nth = 0; nth < 5; nth++)
          if (arrive(watch, 1, midnight + minute * MINUTE) === 'usual') counted++
      expect(counted).toBe(most)
      expect(arrive(watch, 1, midnight + DAY)).toBe('usual')
    }
  })

  test('is not one response that is saved often', () => {
    const watch = usualDays(0)
    expect(arrive(watch, 5_000, NOW, { response: 'one', group: 'g' })).toBe('usual')
  })

  test('asks respondents who arrived in it for a proof with later saves, too', () => {
    const watch = usualDays(0)
    arrive(watch, 60, NOW)
    arrive(watch, 1, NOW, { response: 'late' })
    expect(arrive(watch, 1, NOW + HOUR, { response: 'late' })).toBe('flood')
  })

  test('of one group of addresses begins at 31 a minute, and from 121 on is overrun', () => {
    const watch = usualDays(0)
    const group = 'one'
    arrive(watch, 1, NOW, { group, response: 'early' })
    expect(arrive(watch, 29, NOW, { group })).toBe('usual')
    expect(arrive(watch, 1, NOW, { group })).toBe('flood')
    expect(arrive(watch, 1, NOW)).toBe('usual')
    expect(arrive(watch, 89, NOW, { group })).toBe('flood')
    expect(arrive(watch, 1, NOW, { group })).toBe('overrun')
    expect(arrive(watch, 1, NOW, { group, response: 'early' })).toBe('flood')
  })
})

describe('what is usual', () => {
  let made: Awaited<ReturnType<typeof makeAsking>>
  beforeEach(async () => {
    made = await makeAsking()
  })

  test('is the third busiest of the last 28 whole days, read once a day', async () => {
    const { id } = await makeSurvey(made.db, SLUG)
    const { open, put } = visiting(() => made, SLUG)
    const start = made.clock.now
    for (const [daysAgo, n] of [
      [40, 9],
      [20, 5],
      [9, 4],
      [5, 3],
      [2, 2],
      [0, 8],
    ] as const) {
      made.clock.now = start - daysAgo * DAY
      for (let nth = 0; nth < n; nth++) await put(await open(), { score: 9 })
    }
    const usual = knowUsualDays(made.deps)
    expect(usual(id, start)).toBe(0)
    await expect.poll(() => usual(id, start)).toBe(3)
    made.clock.now = start + 20 * DAY
    await expect.poll(() => usual(id, start + 20 * DAY)).toBe(2)
  })
})

describe('a survey under attack', () => {
  let made: Awaited<ReturnType<typeof makeAsking>>
  beforeEach(async () => {
    made = await makeAsking()
    await makeSurvey(made.db, SLUG)
  })

  const at = (address: string) =>
    visiting(() => ({ app: fromAddress(made.app, address), clock: made.clock }), SLUG)
  const stored = async () =>
    (await made.db.orm.select().from(response)).map(({ id, state, spamReason }) => ({
      id,
      state,
      spamReason,
    }))

  /** A customer, whose script computes a proof where one is required. */
  async function answers(address: string) {
    const { open, put } = at(address)
    const page = await open()
    const first = await put(page, { score: 9 })
    if (first.status === 200) return page.id
    const again = await put(page, { score: 9 }, { proof: await solved(first) })
    expect(again.status).toBe(200)
    return page.id
  }

  test('accepts nothing without proof once traffic doubles, and still counts every customer', async () => {
    const customers: string[] = []
    const start = made.clock.now
    for (let minute = 0; minute < 7; minute++) {
      const n = 5 * 2 ** minute
      for (let nth = 0; nth < n; nth++) {
        made.clock.now = start + minute * MINUTE
        const { open, put } = at(`10.${minute}.${nth % 250}.${nth % 7}`)
        await put(await open(), { score: 0 })
      }
      for (let nth = 0; nth < 2; nth++) customers.push(await answers(`192.0.2.${minute}`))
    }
    const rows = await stored()
    const counted = rows.filter(({ state }) => state === 'partial').map(({ id }) => id)
    expect(customers.filter((id) => !counted.includes(id))).toEqual([])
    expect(counted.length - customers.length).toBeLessThanOrEqual(135)
    expect(await checkScoreboard(made.db)).toEqual([])
  }, 30_000)

  test('excludes answers without a proof, and counts them once the proof arrives', async () => {
    const start = made.clock.now
    for (let nth = 0; nth < 31; nth++) {
      made.clock.now = start
      await at(`10.0.0.${nth}`).put(await at('').open(), { score: 0 })
    }
    const { open, put, post } = at('10.0.0.99')
    const page = await open()
    await post(page, [['score', '9']])
    expect((await stored()).at(-1)).toMatchObject({ state: 'suspected', spamReason: 'flood' })
    made.clock.now += HOUR
    const refused = await put(page, { score: 9 }, { revision: 9 })
    await put(page, { score: 9 }, { revision: 9, proof: await solved(refused) })
    expect((await stored()).at(-1)).toMatchObject({ state: 'partial', spamReason: null })
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('counts no more answers of a network that sent too many, with or without proof', async () => {
    const start = made.clock.now
    for (let nth = 0; nth < 125; nth++) {
      made.clock.now = start
      await answers(`2001:db8:1:${nth}::1`)
    }
    const suspicions = (await stored()).map(({ spamReason }) => spamReason)
    expect(suspicions.filter((spamReason) => spamReason === null)).toHaveLength(120)
    expect(suspicions.filter((spamReason) => spamReason === 'flood')).toHaveLength(5)
    await answers('2001:db8:2:1::1')
    expect((await stored()).at(-1)).toMatchObject({ state: 'partial' })
  }, 30_000)
})
