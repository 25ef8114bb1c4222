import { beforeEach, describe, expect, test } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { readStored } from '../../../db/responses/save.ts'
import type { Opened } from '../../support/visiting.ts'
import {
  SLUG,
  made,
  put,
  open,
  get,
  post,
  stored,
  scores,
  queryOf,
  surveyForEachTest,
} from './links.ts'

/** Enough to reproduce a race that occurs in one of three, and quick even on a busy machine. */
const RACES = 15

const checkedOn = ({ html }: Opened) =>
  [...html.matchAll(/value="(\d+)"[^>]* checked/g)].map(([, value]) => value)

const all = (score: number): [string, string][] => [
  ['score', String(score)],
  ['why', ''],
  ...['score', 'why', 'reasons'].map((id): [string, string] => ['asked', id]),
]

surveyForEachTest()

describe('a single-use link', () => {
  let query: string
  beforeEach(async () => (query = await queryOf({ singleUse: true })))

  const expectUsed = async (answered: Response) => {
    expect(answered.status).toBe(410)
    const text = await answered.text()
    if (answered.headers.get('content-type')!.includes('html'))
      expect(text).toContain('This link was for one answer, and that has arrived.')
  }

  async function expectOne(score: number) {
    expect(await stored()).toHaveLength(1)
    expect(await scores()).toEqual([score])
    expect(await checkScoreboard(made.db)).toEqual([])
  }

  test('resumes an incomplete response, from any device', async () => {
    const phone = await open(query)
    await put(phone, { score: 3, why: 'It broke.', reasons: ['speed'] })
    const desk = await open(query)
    expect(desk.id).toBe(phone.id)
    expect(desk.html).toMatch(/value="3"[^>]* checked/)
    expect(desk.html).toContain('It broke.')
    expect(desk.html).toMatch(/value="speed"[^>]* checked/)
    expect(desk.html).toContain('name="revision" value="2"')
    await put(desk, { score: 9 }, { revision: 2, complete: true })
    await expectOne(9)
  })

  const first: [string, (page: Opened) => Promise<Response>][] = [
    ['the page', (page) => put(page, { score: 9 }, { complete: true, revision: 3 })],
    ['the form', (page) => post(page, all(9), query)],
  ]
  const later: [string, (page: Opened) => Promise<Response>][] = [
    ['a reload', () => get(`${SLUG}${query}`)],
    ['a score link', () => get(`${SLUG}${query}&score=1`)],
    ['another tab', (tab) => put(tab, { score: 1 }, { complete: true })],
    ['another tab’s tap', (tab) => put(tab, { score: 1 }, { revision: 900_000 })],
    ['another tab’s form', (tab) => post(tab, all(1), query)],
    [
      'a form’s first step',
      (tab) =>
        post(
          tab,
          [
            ['score', '1'],
            ['asked', 'score'],
          ],
          query,
        ),
    ],
    ['a scanner', (tab) => put(tab, { score: 1 }, { confirmed: false })],
  ]

  test.each(first.flatMap(([by, send]) => later.map(([how, again]) => ({ by, send, how, again }))))(
    'answered by $by takes no other answer by $how',
    async ({ send, again }) => {
      const tab = await open(query)
      expect((await send(await open(query))).status).toBe(200)
      await expectUsed(await again(tab))
      await expectOne(9)
    },
  )

  test('accepts the same answer again, since a page resends what may not have arrived', async () => {
    const page = await open(query)
    for (let time = 0; time < 2; time++)
      expect((await put(page, { score: 9 }, { complete: true })).status).toBe(200)
    await expectOne(9)
  })

  test('acknowledges and stores one of a hundred answers that arrive at once', async () => {
    for (let race = 0; race < RACES; race++) {
      const own = await queryOf({ singleUse: true })
      const tab = await open(own)
      const sent = Array.from({ length: 100 }, (_, at) => ({ score: at % 11, why: `No. ${at}` }))
      const answered = await Promise.all(sent.map((each) => put(tab, each, { complete: true })))
      const taken = sent.filter((_, at) => answered[at]!.status === 200)
      const refused = answered.filter(({ status }) => status === 410)
      expect([taken.length, refused.length]).toEqual([1, 99])
      const kept = await readStored(made.db, tab.id)
      expect(kept).toMatchObject({ state: 'complete', answers: taken[0] })
    }
    expect(await stored()).toHaveLength(RACES)
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('doesn’t offer to change a stored answer', async () => {
    expect((await open(query)).html).toMatch(/<button type="button" class="link" hidden/)
    expect((await open()).html).not.toMatch(/<button type="button" class="link" hidden/)
  })

  test('is suspected once if a scanner opens all its scores, and counts a person’s answer', async () => {
    for (const score of [0, 5, 10]) {
      const page = await open(`${query}&score=${score}`)
      made.clock.now -= 4_000
      await put(page, { score }, { confirmed: false })
    }
    expect(await stored()).toMatchObject([{ state: 'suspected', spamReason: 'scores' }])
    const page = await open(`${query}&score=10`)
    expect(page.html).toMatch(/value="10"[^>]* checked/)
    await put(page, { score: 10 }, { complete: true })
    expect(await stored()).toMatchObject([{ state: 'complete', spamReason: null }])
    await expectOne(10)
  })

  test.each([
    ['came unconfirmed', { confirmed: false }],
    ['a robot filled in', { confirmed: false, topic: 'x' }],
  ])('shows the newest link’s score in place of what %s', async (_, machine) => {
    await put(await open(`${query}&score=1`), { score: 1 }, machine)
    expect(checkedOn(await open(`${query}&score=10`))).toEqual(['10'])
    expect(checkedOn(await open(query))).toEqual([])
    const other = await open(`${query}&score=9&lang=en`)
    await post(other, all(9), `${query}&score=9`)
    expect(await scores()).toEqual([9])
  })

  test.each([
    ['counts', {}],
    ['is suspected', { topic: 'x' }],
  ])('keeps what a person confirmed, where it %s, whatever score a link says', async (_, more) => {
    await put(await open(`${query}&score=3`), { score: 2 }, more)
    expect(checkedOn(await open(`${query}&score=10`))).toEqual(['2'])
  })
})
