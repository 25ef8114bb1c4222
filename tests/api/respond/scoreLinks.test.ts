import { describe, expect, test } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { linkKeyOf, signLink } from '../../../api/sharing/signedLinks.ts'
import { readStored } from '../../../db/responses/save.ts'
import type { Opened } from '../../support/visiting.ts'
import { made, surveyId, put, open, stored, cases, surveyForEachTest } from './mailLinks.ts'

surveyForEachTest()

describe('score links that name a customer but no email', () => {
  const link = (score: number, more = '') => `?customer=42${more}&score=${score}`
  const send = async (score: number, more?: string) => {
    const page = await open(link(score, more))
    return put(page, { score }, { complete: true })
  }
  const burst = async () => {
    for (let score = 0; score <= 10; score++) {
      const page = await open(link(score))
      made.clock.now -= 4_000
      await put(page, { score }, { complete: true })
    }
  }
  const countedScores = async () => {
    expect(await checkScoreboard(made.db)).toEqual([])
    const kept = await Promise.all((await stored()).map(({ id }) => readStored(made.db, id)))
    return kept.flatMap((each) =>
      each?.state === 'complete' || each?.state === 'partial' ? [each.answers.score] : [],
    )
  }

  test('count nothing if a program presses all eleven', async () => {
    await burst()
    expect(await countedScores()).toEqual([])
    expect(await cases()).toEqual([])
  })

  test('count nothing if a program has all eleven open at once', async () => {
    const pages: Opened[] = []
    for (let score = 0; score <= 10; score++) pages.push(await open(link(score)))
    await Promise.all(pages.map((page, score) => put(page, { score }, { complete: true })))
    expect(await countedScores()).toEqual([])
  })

  test.each([
    ['before', 3_600_000],
    ['right after', 60_000],
    ['two days after', 2 * 86_400_000],
  ])('count once what the customer chose %s that', async (when, pause) => {
    if (when === 'before') await send(9)
    made.clock.now += 60_000
    await burst()
    made.clock.now += pause
    if (when !== 'before') await send(9)
    expect(await countedScores()).toEqual([9])
  })

  test('count the customer’s choice within a burst once, if that page was open longer', async () => {
    const page = await open(link(9))
    made.clock.now += 12_000
    await burst()
    await put(page, { score: 9 }, { complete: true })
    expect(await countedScores()).toEqual([9])
  })

  test('are one answer, of which the last choice counts, within a day', async () => {
    await send(3)
    made.clock.now += 3_600_000
    await send(9)
    expect(await countedScores()).toEqual([9])
    expect(await cases()).toEqual([])
    expect(await stored()).toHaveLength(1)
  })

  test.each([
    ['weeks apart', '', 14 * 86_400_000],
    ['about another order', '&order=2', 3_600_000],
  ])('are two answers of a customer who was asked twice, %s', async (_, more, pause) => {
    await send(3)
    made.clock.now += pause
    await send(9, more)
    expect(await countedScores()).toEqual([3, 9])
    expect(await cases()).toHaveLength(1)
  })

  test('are not joined with those of others, nor with signed ones', async () => {
    const signed = await signedFor('42')
    for (const query of [link(3), '?customer=43&score=4', '?email=a@b.test&score=5', signed(6)]) {
      const score = Number(/\d+$/.exec(query))
      await put(await open(query), { score }, { complete: true })
      made.clock.now += 60_000
    }
    expect(await countedScores()).toEqual([3, 4, 5, 6])
  })

  test.each([
    ['an address', async () => (score: number) => `?email=ann%2Bx@shop.test&score=${score}`],
    ['a signature', () => signedFor('42')],
  ])('are one mail’s with %s, too', async (_, linksOf) => {
    const links = await linksOf()
    for (const score of [0, 5, 10]) {
      const page = await open(links(score))
      made.clock.now -= 4_000
      await put(page, { score }, { complete: true })
    }
    expect(await countedScores()).toEqual([])
    made.clock.now += 60_000
    await put(await open(links(8)), { score: 8 }, { complete: true })
    expect(await countedScores()).toEqual([8])
    expect(await stored()).toHaveLength(1)
  })

  test.each([
    ['an address written in two ways', ['?email=Ann@Shop.test', '?email=ann@shop.test']],
    ['an id with and without an address', ['?customer=42&email=a@b.test', '?customer=42']],
    ['an id, and the address on its record', ['?customer=77', '?email=known@shop.test']],
  ])('are one answer of a customer whose pages are sent at once, by %s', async (_, queries) => {
    await signedAnswer({ customer: '77', email: 'known@shop.test' })
    const before = (await stored()).length
    const pages = await Promise.all(queries.map((query) => open(`${query}&score=9`)))
    await Promise.all(pages.map((page) => put(page, { score: 9 }, { complete: true })))
    expect(await stored()).toHaveLength(before + 1)
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  const signedAnswer = async (claims: Record<string, string>) => {
    const key = linkKeyOf(made.deps.workspace.secret, surveyId)
    await put(await open(`?${signLink(key, claims)}`), { score: 9 }, { complete: true })
  }

  test('keep a page with the answer that it belongs to', async () => {
    await send(3)
    const page = await open(link(9))
    await put(page, { score: 9 })
    made.clock.now += 2 * 86_400_000
    await put(page, { score: 9, why: 'Quick.' }, { revision: 2, complete: true })
    expect(await countedScores()).toEqual([9])
    expect(await stored()).toMatchObject([{ state: 'complete' }])
  })

  test('show nobody another page’s answers', async () => {
    const { feedback } = (await (await send(9)).json()) as { feedback: string }
    const read = async () => (await made.app.request(`http://ohlas.test${feedback}`)).status
    made.clock.now += 60_000
    await burst()
    expect(await read()).toBe(200)
    made.clock.now += 60_000
    expect(await (await send(4)).json()).not.toHaveProperty('feedback')
    expect(await read()).toBe(404)
  })

  const signedFor = async (customer: string) => {
    const key = linkKeyOf(made.deps.workspace.secret, surveyId)
    const start = `?${signLink(key, { customer })}`
    return (score: number) => `${start}&score=${score}`
  }
})
