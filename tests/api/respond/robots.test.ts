import { beforeEach, describe, expect, test } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { listAlerts } from '../../../db/watching/alerts.ts'
import { scoresByPeriod } from '../../../db/scores/scores.ts'
import { answer, followUp, response } from '../../../db/schema/index.ts'
import type { Role } from '../../../db/schema/index.ts'
import { dayOf } from '../../../surveys/days.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting, type Opened } from '../../support/visiting.ts'

const SLUG = 'after-support'

let made: TestApp
let surveyId: string

beforeEach(async () => {
  made = await makeApp()
  surveyId = (await makeSurvey(made.db, SLUG)).id
})

const { open, get, put, post } = visiting(() => made, SLUG)
const stored = () => made.db.orm.select().from(response)
const cases = () => made.db.orm.select().from(followUp)
const scoresOf = async () => (await made.db.orm.select().from(answer)).map(({ value }) => value)
const state = async ({ id }: Opened) => (await stored()).find((row) => row.id === id)?.state

/** What a page's script sends by itself, for a score that came with the link. */
const putUnasked = (page: Opened, score: number) => put(page, { score }, { confirmed: false })

async function counted() {
  const today = dayOf(NOW, 'Europe/Prague')
  const range = { from: today - 1, to: today + 1 }
  const asked = { surveyId, question: 'score', metric: 'nps', range, by: 'day' } as const
  return (await scoresByPeriod(made.db, asked)).total.n
}

async function expectTruth() {
  expect(await checkScoreboard(made.db)).toEqual([])
}

const judge = (method: 'PUT' | 'DELETE', { id }: { id: string }, role: Role | null = 'lead') =>
  made.ask(role, `/api/v1/responses/${id}/exclusion`, { method })

const listed = async (query: string) => {
  const answered = await made.ask('lead', `/api/v1/surveys/${surveyId}/responses${query}`)
  const { responses } = (await answered.json()) as {
    responses: { id: string; state: string; spamReason: string | null }[]
  }
  return responses.map(({ id, state, spamReason }) => ({ id, state, spamReason }))
}

describe('a score that came with a mail’s link', () => {
  test('is said on the page, which asks to confirm it', async () => {
    const { html } = await open('?score=9')
    expect(html).toContain('Your choice: 9. Please send it, or choose another.')
    expect((await open()).html).not.toContain('Your choice')
    expect(await stored()).toEqual([])
  })

  test('is kept unconfirmed: not counted, no follow-up, in no list but its own', async () => {
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

  test('counts from the first human act on, as answered then', async () => {
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

  test('is confirmed by the form’s own send where there is no script', async () => {
    const page = await open('?score=9')
    await post(page, [
      ['score', '9'],
      ['asked', 'score'],
      ['topic', ''],
    ])
    expect(await state(page)).toBe('partial')
    expect(await counted()).toBe(1)
  })

  test('never turns what was confirmed back into unconfirmed', async () => {
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

describe('what looks like a robot’s', () => {
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
    '(%s) is kept apart with the reason, and counts nowhere',
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

  test('is told apart after it counted, too: the count and the case go', async () => {
    const page = await open()
    await put(page, { score: 1 })
    expect([await counted(), (await cases()).length]).toEqual([1, 1])
    await put(page, { score: 1 }, { revision: 2, topic: 'x' })
    expect([await counted(), (await cases()).length]).toEqual([0, 0])
    await put(page, { score: 1 }, { revision: 3 })
    expect(await state(page)).toBe('suspected')
    await expectTruth()
  })

  test('all links of one mail opened are suspected together, and a person’s own act still counts', async () => {
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

  test('is not one customer’s two mails, each with its own score', async () => {
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

describe('a lead', () => {
  async function aRobots() {
    const page = await open()
    await put(page, { score: 1, why: 'Bad' }, { complete: true, topic: 'x' })
    return page
  }

  test('restores what was suspected: it counts, and its follow-up is due from then', async () => {
    const page = await aRobots()
    const answered = await judge('DELETE', page)
    expect(answered.status).toBe(200)
    expect(await answered.json()).toMatchObject({
      response: {
        id: page.id,
        state: 'complete',
        spamReason: 'honeypot',
        answers: [{ value: 1 }, {}],
      },
    })
    expect(await counted()).toBe(1)
    const dueAt = made.clock.now + made.deps.config.followUpHours * 3_600_000
    expect(await cases()).toMatchObject([{ state: 'new', dueAt }])
    await judge('DELETE', page)
    expect(await counted()).toBe(1)
    await expectTruth()
  })

  test('is not overruled: what was restored is not suspected again', async () => {
    const page = await aRobots()
    await judge('DELETE', page)
    await put(page, { score: 0 }, { revision: 2, topic: 'x' })
    expect(await state(page)).toBe('complete')
    expect(await counted()).toBe(1)
    expect(await cases()).toHaveLength(1)
    await expectTruth()
  })

  const casesListed = async () => {
    const answered = await made.ask('lead', '/api/v1/follow-ups')
    return ((await answered.json()) as { followUps: { id: string }[] }).followUps
  }

  test('sets aside what counts: the count goes, and its case from every list', async () => {
    const page = await open()
    await put(page, { score: 1 })
    const answered = await judge('PUT', page)
    expect(await answered.json()).toMatchObject({
      response: {
        state: 'suspected',
        spamReason: 'person',
        review: { by: "a lead's key", at: made.clock.now },
      },
    })
    expect(await counted()).toBe(0)
    expect(await casesListed()).toEqual([])
    await expectTruth()
  })

  test('brings it back as it was, unfinished or not, its case due when it was', async () => {
    const page = await open()
    await put(page, { score: 1 })
    await made.ask('lead', `/api/v1/follow-ups/${page.id}`, {
      method: 'PATCH',
      json: { note: 'Called' },
    })
    const [before] = await cases()
    await judge('PUT', page)
    made.clock.now += 3_600_000
    await judge('DELETE', page)
    expect(await state(page)).toBe('partial')
    expect(await cases()).toEqual([before])
    expect(await casesListed()).toMatchObject([{ id: page.id, note: 'Called' }])
    await put(page, { score: 1 }, { revision: 2, complete: true })
    await judge('PUT', page)
    await judge('DELETE', page)
    expect(await state(page)).toBe('complete')
    expect(await counted()).toBe(1)
    await expectTruth()
  })

  test('is named with what they judged, though not to a viewer', async () => {
    const page = await open()
    await put(page, { score: 9 })
    await judge('PUT', page)
    const judgedFor = async (role: Role) => {
      const path = `/api/v1/surveys/${surveyId}/responses?state=excluded`
      const { responses } = (await (await made.ask(role, path)).json()) as {
        responses: { review: unknown }[]
      }
      return responses[0]!.review
    }
    expect(await judgedFor('lead')).toEqual({ by: "a lead's key", at: made.clock.now })
    expect(await judgedFor('viewer')).toBeNull()
  })

  test('vouches for what was not confirmed', async () => {
    const page = await open('?score=9')
    await putUnasked(page, 9)
    await judge('DELETE', page)
    expect(await state(page)).toBe('partial')
    expect(await counted()).toBe(1)
    await expectTruth()
  })

  test('can’t make a test count, nor judge what is not there', async () => {
    const page = await aRobots()
    await made.db.orm.update(response).set({ state: 'test' })
    expect((await judge('DELETE', page)).status).toBe(409)
    expect((await judge('PUT', page)).status).toBe(409)
    await made.db.orm.update(response).set({ state: 'erased' })
    expect((await judge('DELETE', page)).status).toBe(404)
    expect((await judge('PUT', { id: 'none' })).status).toBe(404)
  })

  test('may do so, and nobody with less', async () => {
    const page = await aRobots()
    for (const [role, status] of [
      [null, 401],
      ['viewer', 403],
    ] as const) {
      expect((await judge('DELETE', page, role)).status).toBe(status)
      expect((await judge('PUT', page, role)).status).toBe(status)
    }
    expect(await state(page)).toBe('suspected')
  })
})

test('a list of a state that there is not is refused, naming the field', async () => {
  const answered = await made.ask('lead', `/api/v1/surveys/${surveyId}/responses?state=fake`)
  expect(answered.status).toBe(400)
  expect(await answered.json()).toMatchObject({ errors: [{ field: 'state' }] })
})

test('whatever is opened, a GET writes nothing', async () => {
  for (const query of ['?score=3', '?site-map', '?customer=1&score=2']) await get(`${SLUG}${query}`)
  expect(await stored()).toEqual([])
  expect(await listAlerts(made.db)).toEqual([])
})
