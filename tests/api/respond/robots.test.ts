import { describe, expect, test } from 'vitest'
import { listAlerts } from '../../../db/watching/alerts.ts'
import { answer } from '../../../db/schema/index.ts'
import { NOW } from '../../support/clock.ts'
import type { Opened } from '../../support/visiting.ts'
import {
  SLUG,
  made,
  surveyId,
  put,
  open,
  get,
  post,
  stored,
  cases,
  state,
  putUnasked,
  counted,
  expectTruth,
  surveyForEachTest,
} from './robotAnswers.ts'

const scoresOf = async () => (await made.db.orm.select().from(answer)).map(({ value }) => value)

const listed = async (query: string) => {
  const answered = await made.ask('lead', `/api/v1/surveys/${surveyId}/responses${query}`)
  const { responses } = (await answered.json()) as {
    responses: { id: string; state: string; spamReason: string | null }[]
  }
  return responses.map(({ id, state, spamReason }) => ({ id, state, spamReason }))
}

surveyForEachTest()

describe('a score from an email’s link', () => {
  test('is shown on the page, which asks to confirm it', async () => {
    const { html } = await open('?score=9')
    expect(html).toContain('Your choice: 9. Please send it, or choose another.')
    expect((await open()).html).not.toContain('Your choice')
    expect(await stored()).toEqual([])
  })

  test('is stored unconfirmed: not counted, without a follow-up, only in its own list', async () => {
    const page = await open('?score=2')
    const answered = await putUnasked(page, 2)
    expect(await answered.json()).toEqual({ id: page.id, state: 'unconfirmed' })
    expect(await state(page)).toBe('unconfirmed')
    expect(await counted()).toBe(0)
    expect(await cases()).toEqual([])
    expect(await listed('')).toEqual([])
    expect(await listed('?state=unconfirmed')).toMatchObject([{ id: page.id }])
    await expectTruth()
  })

  test('counts from the first human action on, as answered then', async () => {
    const page = await open('?score=2')
    await putUnasked(page, 2)
    made.clock.now += 3_600_000
    await put(page, { score: 2 }, { revision: 2 })
    expect(await stored()).toMatchObject([{ state: 'partial', answeredAt: made.clock.now }])
    expect(await counted()).toBe(1)
    expect(await cases()).toMatchObject([{ state: 'new' }])
    await put(page, { score: 2, why: 'Slow.' }, { revision: 3, complete: true })
    expect(await state(page)).toBe('complete')
    await expectTruth()
  })

  test('is confirmed by sending the form if there is no script', async () => {
    const page = await open('?score=9')
    await post(page, [
      ['score', '9'],
      ['asked', 'score'],
      ['topic', ''],
    ])
    expect(await state(page)).toBe('partial')
    expect(await counted()).toBe(1)
  })

  test('never becomes unconfirmed again', async () => {
    const page = await open('?score=9')
    await put(page, { score: 3 })
    const { status } = await put(page, { score: 9 }, { confirmed: false, revision: 5 })
    expect(status).toBe(409)
    expect(await state(page)).toBe('partial')
    expect(await scoresOf()).toEqual([3])
    expect(await counted()).toBe(1)
    await expectTruth()
  })
})

describe('what looks automatic', () => {
  const reasons: [string, string, () => Promise<Opened>][] = [
    [
      'several scores for one page by itself',
      'scores',
      async () => {
        const page = await open('?score=9')
        await putUnasked(page, 9)
        await putUnasked(page, 2)
        return page
      },
    ],
    [
      'the field that people never meet, filled in by a form',
      'honeypot',
      async () => {
        const page = await open()
        await post(page, [
          ['score', '1'],
          ['topic', 'cheap pills'],
        ])
        return page
      },
    ],
    [
      'the field that people never meet, filled in on a page with script',
      'honeypot',
      async () => {
        const page = await open()
        await put(page, { score: 1 }, { topic: 'cheap pills' })
        return page
      },
    ],
    [
      'the link that people never see, followed',
      'hidden',
      async () => {
        const { html } = await open()
        const page = await open(/href="(\?site-map)"/.exec(html)![1])
        await put(page, { score: 1 })
        return page
      },
    ],
    [
      'words within a second',
      'fast',
      async () => {
        const page = await open()
        made.clock.now = NOW + 999
        await put(page, { score: 1, why: 'Buy' }, { complete: true })
        return page
      },
    ],
  ]

  test.each(reasons)(
    '(%s) is excluded with the reason, and counts nowhere',
    async (_, spamReason, act) => {
      const { id } = await act()
      expect(await listed('?state=suspected')).toEqual([{ id, state: 'suspected', spamReason }])
      expect(await listed('?state=excluded')).toHaveLength(1)
      expect(await listed('')).toEqual([])
      expect(await counted()).toBe(0)
      expect(await cases()).toEqual([])
      await expectTruth()
    },
  )

  test('is excluded even after it counted, with its case', async () => {
    const page = await open()
    await put(page, { score: 1 })
    expect([await counted(), (await cases()).length]).toEqual([1, 1])
    await put(page, { score: 1 }, { revision: 2, topic: 'x' })
    expect([await counted(), (await cases()).length]).toEqual([0, 0])
    await put(page, { score: 1 }, { revision: 3 })
    expect(await state(page)).toBe('suspected')
    await expectTruth()
  })

  test('all links of one email, opened at once, are suspected together, and a person’s act still counts', async () => {
    const pages: Opened[] = []
    for (const score of [0, 5, 10]) {
      const page = await open(`?customer=42&score=${score}`)
      made.clock.now -= 4_000
      await putUnasked(page, score)
      pages.push(page)
    }
    expect((await stored()).map(({ state, spamReason }) => [state, spamReason])).toEqual(
      Array.from({ length: 3 }, () => ['suspected', 'links']),
    )
    await put(pages[2]!, { score: 10 }, { revision: 2 })
    expect((await stored())[2]).toMatchObject({ state: 'partial', spamReason: null })
    expect(await counted()).toBe(1)
    await expectTruth()
  })

  test('is not one customer’s two emails, each with its own score', async () => {
    for (const score of [3, 9]) {
      await putUnasked(await open(`?customer=42&score=${score}`), score)
      made.clock.now += 60_000
    }
    expect((await stored()).map(({ state }) => state)).toEqual(['unconfirmed', 'unconfirmed'])
  })

  test('is not somebody who changes the score by hand', async () => {
    const page = await open()
    for (const [index, score] of [2, 4, 9].entries())
      await put(page, { score }, { revision: index + 1 })
    expect(await state(page)).toBe('partial')
  })
})

test('refuses a list of an unknown state, naming the field', async () => {
  const answered = await made.ask('lead', `/api/v1/surveys/${surveyId}/responses?state=fake`)
  expect(answered.status).toBe(400)
  expect(await answered.json()).toMatchObject({ errors: [{ field: 'state' }] })
})

test('writes nothing on a GET of any page', async () => {
  for (const query of ['?score=3', '?site-map', '?customer=1&score=2']) await get(`${SLUG}${query}`)
  expect(await stored()).toEqual([])
  expect(await listAlerts(made.db)).toEqual([])
})
