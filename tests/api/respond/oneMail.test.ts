import { beforeEach, describe, expect, test } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { linkKeyOf, signLink } from '../../../api/sharing/signedLinks.ts'
import { readStored } from '../../../db/responses/save.ts'
import { mailChoice } from '../../../db/schema/index.ts'
import type { Opened } from '../../support/visiting.ts'
import {
  SLUG,
  made,
  surveyId,
  put,
  open,
  get,
  stored,
  cases,
  linkFor,
  surveyForEachTest,
} from './mailLinks.ts'

surveyForEachTest()

describe('the links of one email', () => {
  let link: (score: number) => string
  beforeEach(async () => (link = await linkFor('42')))

  const standing = async () => {
    const rows = await stored()
    expect(rows).toHaveLength(1)
    expect(await checkScoreboard(made.db)).toEqual([])
    const { state, answers } = (await readStored(made.db, rows[0]!.id))!
    return [state, answers.score]
  }
  const send = (page: Opened, score: number, more = {}) =>
    put(page, { score }, { complete: true, ...more })
  const burst = async (scores: number[]) => {
    for (const score of scores) {
      const page = await open(link(score))
      made.clock.now -= 3_000
      await send(page, score)
    }
  }

  test('are one response with the latest choice', async () => {
    await send(await open(link(2)), 2)
    expect(await standing()).toEqual(['complete', 2])
    expect(await cases()).toHaveLength(1)
    made.clock.now += 3_600_000
    const page = await open(link(9))
    expect(page.html).toMatch(/value="9"[^>]* checked/)
    expect(await standing()).toEqual(['complete', 2])
    await send(page, 9)
    expect(await standing()).toEqual(['complete', 9])
    expect(await cases()).toEqual([])
  })

  test('count nothing if all are opened in a burst, until a person answers', async () => {
    await burst([0, 5, 10])
    expect((await standing())[0]).toBe('suspected')
    expect(await cases()).toEqual([])
    made.clock.now += 60_000
    await send(await open(link(8)), 8)
    expect(await standing()).toEqual(['complete', 8])
  })

  test('keep a person’s earlier answer when a burst follows', async () => {
    await send(await open(link(9)), 9)
    made.clock.now += 60_000
    await burst([0, 1, 2, 3])
    expect(await standing()).toEqual(['complete', 9])
    expect(await cases()).toEqual([])
  })

  test('recognise a person within a burst by a page that was open for longer', async () => {
    const page = await open(link(9))
    made.clock.now += 12_000
    await burst([0, 1, 2])
    await send(page, 9)
    await burst([3, 4])
    expect(await standing()).toEqual(['complete', 9])
  })

  test('accept a correction on one page', async () => {
    const page = await open(link(9))
    await put(page, { score: 9 })
    await put(page, { score: 8 }, { revision: 2 })
    expect(await standing()).toEqual(['partial', 8])
  })

  test('never change the team’s review', async () => {
    await send(await open(link(2)), 2)
    const { id } = (await stored())[0]!
    await made.ask('lead', `/api/v1/responses/${id}/exclusion`, { method: 'PUT' })
    made.clock.now += 60_000
    await send(await open(link(9)), 9)
    expect((await standing())[0]).toBe('suspected')
    await made.ask('lead', `/api/v1/responses/${id}/exclusion`, { method: 'DELETE' })
    made.clock.now += 60_000
    const restored = await standing()
    await burst([0, 5, 10])
    expect(await standing()).toEqual(restored)
    expect(restored).toEqual(['complete', 9])
  })

  test('of an unsigned link reveal no earlier answer of its customer', async () => {
    const own = (score: string) => `?customer=42&set=m-1&score=${score}`
    await put(await open(own('3')), { score: 3, why: 'Secret' }, { complete: true })
    expect((await open('?customer=42&set=m-1')).html).not.toMatch(/Secret| checked/)
    await put(await open(own('9')), { score: 9 }, { complete: true })
    expect(await stored()).toHaveLength(1)
  })

  const DAY = 86_400_000
  const answerBy = async (query: string, score: number) => {
    const page = await open(`${query}&score=${score}`)
    return (await (await send(page, score)).json()) as { feedback?: string }
  }
  const openSet = '?customer=42&set=m-1'

  test.each([
    ['within a week', 6 * DAY, openSet, 1],
    ['later, as by a template that says the same in every mail', 8 * DAY, openSet, 2],
    ['much later', 70 * DAY, openSet, 2],
    ['with another order', 1_000, `${openSet}&order=2`, 2],
    ['by their address', 1_000, '?email=ann@shop.test&set=m-1', 2],
  ])('of an unsigned set are one response %s or not', async (_, later, query, n) => {
    for (let start = 0; start < 7; start += 3) {
      const of = (which: string) => which.replace(/42|ann/, `$&${start}`)
      made.clock.now += start * DAY
      const before = (await stored()).length
      await answerBy(of(openSet), 3)
      made.clock.now += later
      await answerBy(of(query), 9)
      expect(await stored()).toHaveLength(before + n)
    }
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('of an unsigned set are one response for one address, however it is written', async () => {
    await answerBy('?email=Ann%2Bx@Shop.test&set=m-1', 3)
    made.clock.now += 60_000
    await answerBy('?email=ann+x@shop.test&set=m-1', 9)
    expect(await standing()).toEqual(['complete', 9])
  })

  test('never let an unsigned link change what a signed one said', async () => {
    const key = linkKeyOf(made.deps.workspace.secret, surveyId)
    await answerBy(`?${signLink(key, { customer: '42' })}&set=m-1`, 3)
    made.clock.now += 60_000
    await answerBy(openSet, 9)
    expect(await stored()).toHaveLength(2)
  })

  const statusOf = async (feedback: string | undefined) =>
    (await made.app.request(`http://ohlas.test${feedback}`)).status

  test.each([
    ['single-use', { singleUse: true }, ''],
    ['single-use, with an unsigned customer', { singleUse: true }, '&customer=42'],
  ])('give a feedback URL that works, by a %s link', async (_, more, behind) => {
    const json = { links: [more] }
    const path = `/api/v1/surveys/${surveyId}/links`
    const answered = await made.ask('admin', path, { method: 'POST', json })
    const { links } = (await answered.json()) as { links: { url: string }[] }
    const query = new URL(links[0]!.url).search + behind
    const addresses = [await answerBy(query, 3)]
    made.clock.now += 20_000
    addresses.push(await answerBy(query, 9))
    expect(await standing()).toEqual(['complete', 9])
    for (const { feedback } of addresses) expect(await statusOf(feedback)).toBe(200)
  })

  test('of an unsigned set give one to the first page only, while its choice counts', async () => {
    const { feedback } = await answerBy(openSet, 3)
    expect(await statusOf(feedback)).toBe(200)
    made.clock.now += 60_000
    expect(await answerBy(openSet, 9)).not.toHaveProperty('feedback')
    expect(await statusOf(feedback)).toBe(404)
  })

  test.each(['', '{{mail}}', '*|ID|*'])(
    'are not joined by a set that was not filled in: %j',
    async (set) => {
      for (const score of [3, 9]) {
        await send(await open(`?customer=42&set=${encodeURIComponent(set)}&score=${score}`), score)
        made.clock.now += 2 * 86_400_000
      }
      expect(await stored()).toHaveLength(2)
    },
  )

  test('leave no choices behind when the answer is withdrawn', async () => {
    await send(await open(link(2)), 2, {})
    made.clock.now += 60_000
    const { feedback } = (await (await send(await open(link(9)), 9)).json()) as { feedback: string }
    const other = await linkFor('43')
    await send(await open(other(7)), 7)
    const choices = async () =>
      (await made.db.orm.select().from(mailChoice)).map(({ answers }) => answers.score)
    expect(await choices()).toEqual([2, 9, 7])
    await made.app.request(`http://ohlas.test${feedback}/withdrawal`, { method: 'POST' })
    expect((await stored()).map(({ state }) => state)).toEqual(['erased', 'complete'])
    expect(await choices()).toEqual([7])
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('for one answer are distinguished, too, if a program finishes none', async () => {
    link = await linkFor('43', { singleUse: true })
    for (const score of [0, 5, 10]) {
      const page = await open(link(score))
      made.clock.now -= 1_000
      await put(page, { score })
    }
    expect((await standing())[0]).toBe('suspected')
    made.clock.now += 60_000
    await send(await open(link(8)), 8)
    expect(await standing()).toEqual(['complete', 8])
  })

  test('for one answer accept no other once a person has sent it', async () => {
    link = await linkFor('43', { singleUse: true })
    await send(await open(link(9)), 9)
    made.clock.now += 31_000
    expect((await get(`${SLUG}${link(1)}`)).status).toBe(410)
    expect(await standing()).toEqual(['complete', 9])
  })

  test.each([
    ['on each page', [0, 4, 7, 10], 'suspected'],
    ['on two pages', [0, 4], 'complete'],
  ])('for one answer are not used up by a program that waits %s', async (_, scores, state) => {
    link = await linkFor('43', { singleUse: true })
    for (const score of scores) {
      const page = await open(link(score))
      made.clock.now += 15_000
      expect((await send(page, score)).status).toBe(200)
    }
    expect((await standing())[0]).toBe(state)
    made.clock.now += 31_000
    expect((await send(await open(link(8)), 8)).status).toBe(200)
    expect(await standing()).toEqual(['complete', 8])
    made.clock.now += 31_000
    expect((await get(`${SLUG}${link(1)}`)).status).toBe(410)
  })
})
