import { beforeEach, describe, expect, test } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { linkKeyOf, signLink } from '../../../api/sharing/signedLinks.ts'
import { readStored } from '../../../db/responses/save.ts'
import { followUp, mailChoice, response } from '../../../db/schema/index.ts'
import { scanMails, type ScannedMails } from '../../simulations/scanners.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting, type Opened } from '../../support/visiting.ts'

const SLUG = 'after-support'
/** `MAILS=500` for the table of docs/robots.md, which this prints. */
const MAILS = Number(process.env.MAILS ?? 30)

let made: TestApp
let surveyId: string

beforeEach(async () => {
  made = await makeApp()
  surveyId = (await makeSurvey(made.db, SLUG)).id
})

const { open, get, put } = visiting(() => made, SLUG)
const stored = () => made.db.orm.select().from(response)
const cases = () => made.db.orm.select().from(followUp)

async function linkFor(customer: string, more: Record<string, unknown> = {}) {
  const path = `/api/v1/surveys/${surveyId}/links`
  const json = { links: [{ customer: { id: customer }, ...more }] }
  const answered = await made.ask('admin', path, { method: 'POST', json })
  const { links } = (await answered.json()) as { links: { url: string }[] }
  const query = new URL(links[0]!.url).search
  return (score: number) => `${query}&score=${score}`
}

const KINDS = [
  ['signed links', (customer: string) => linkFor(customer)],
  ['single-use links', (customer: string) => linkFor(customer, { singleUse: true })],
  [
    'a mail program’s own links',
    async (customer: string) => (score: number) => `?customer=${customer}&set=m1&score=${score}`,
  ],
  [
    'plain links that name a customer',
    async (customer: string) => (score: number) => `?customer=${customer}&score=${score}`,
  ],
  ['plain links that name nobody', async () => (score: number) => `?score=${score}`],
] as const

test.each(KINDS)(
  'what programs press decides nothing, and no customer is lost, with %s',
  async (kind, linksOf) => {
    const found = await scanMails(made, SLUG, MAILS, linksOf)
    if (process.env.MAILS) console.log(rowOf(kind, found))
    expect(found.lost).toBe(0)
    expect(found.wrong).toBeLessThanOrEqual(MAILS / 100)
    expect(found.apart).toBeLessThanOrEqual(1 + found.answered / 10)
    expect(await checkScoreboard(made.db)).toEqual([])
  },
  600_000,
)

const rowOf = (
  kind: string,
  { mails, answered, counted, apart, lost, wrong, ...nps }: ScannedMails,
) =>
  `| ${[kind, mails, answered, counted, apart, lost, wrong, nps.trueNps.toFixed(1), nps.nps.toFixed(1)].join(' | ')} |`

describe('the links of one mail', () => {
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

  test('are one response, which says what was chosen last', async () => {
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

  test('all of them sent in a burst count nothing, until a person comes', async () => {
    await burst([0, 5, 10])
    expect((await standing())[0]).toBe('suspected')
    expect(await cases()).toEqual([])
    made.clock.now += 60_000
    await send(await open(link(8)), 8)
    expect(await standing()).toEqual(['complete', 8])
  })

  test('sent in a burst leave standing what a person said before', async () => {
    await send(await open(link(9)), 9)
    made.clock.now += 60_000
    await burst([0, 1, 2, 3])
    expect(await standing()).toEqual(['complete', 9])
    expect(await cases()).toEqual([])
  })

  test('tell a person within a burst by a page that was read for longer', async () => {
    const page = await open(link(9))
    made.clock.now += 12_000
    await burst([0, 1, 2])
    await send(page, 9)
    await burst([3, 4])
    expect(await standing()).toEqual(['complete', 9])
  })

  test('take a correction on one page as one', async () => {
    const page = await open(link(9))
    await put(page, { score: 9 })
    await put(page, { score: 8 }, { revision: 2 })
    expect(await standing()).toEqual(['partial', 8])
  })

  test('never overrule what the team has decided', async () => {
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

  test('of an unsigned link tell nobody what its customer said', async () => {
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
  ])('give a feedback address that opens, by a %s link', async (_, more, behind) => {
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

  test('of an unsigned set give one to the first page alone, while its choice stands', async () => {
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

  test('leave none of their choices behind when the answer is taken back', async () => {
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

  test('for one answer are told apart, too, where a program finishes none', async () => {
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

  test('for one answer take no other once a person has sent it', async () => {
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

describe('a program that saves hundreds of choices for one mail', () => {
  test.each([
    ['signed links', () => linkFor('42')],
    ['plain links', async () => (score: number) => `?customer=42&score=${score}`],
  ])(
    'leaves few of them, and the customer’s word, with %s',
    async (_, linksOf) => {
      const link = await linksOf()
      const send = async (score: number) => {
        const page = await open(link(score))
        return put(page, { score }, { complete: true })
      }
      const kept = async () => (await made.db.orm.select().from(mailChoice)).length
      const said = async () => {
        const rows = await stored()
        expect(rows).toHaveLength(1)
        const { state, answers } = (await readStored(made.db, rows[0]!.id))!
        return [state, answers.score]
      }
      await send(9)
      for (let burst = 0; burst < 3; burst++) {
        made.clock.now += 60_000
        for (let nth = 0; nth < 120; nth++) {
          await send(nth % 11)
          made.clock.now -= 4_000
        }
        expect(await kept()).toBeLessThan(100)
        expect(await said()).toEqual(['complete', 9])
      }
      made.clock.now += 60_000
      await send(7)
      expect(await said()).toEqual(['complete', 7])
      expect(await kept()).toBeLessThanOrEqual(3)
      expect(await checkScoreboard(made.db)).toEqual([])
    },
    30_000,
  )
})

describe('score links that name a customer and no mail', () => {
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

  test('count nothing where a program presses all eleven', async () => {
    await burst()
    expect(await countedScores()).toEqual([])
    expect(await cases()).toEqual([])
  })

  test('count nothing where a program has all eleven open at once', async () => {
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

  test('count once what the customer chose within that, where the page was read for longer', async () => {
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

  test('keep a page with the answer that it went to', async () => {
    await send(3)
    const page = await open(link(9))
    await put(page, { score: 9 })
    made.clock.now += 2 * 86_400_000
    await put(page, { score: 9, why: 'Quick.' }, { revision: 2, complete: true })
    expect(await countedScores()).toEqual([9])
    expect(await stored()).toMatchObject([{ state: 'complete' }])
  })

  test('show nobody what another page said', async () => {
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
