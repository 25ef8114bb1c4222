import { beforeEach, describe, expect, it } from 'vitest'
import { listFollowUps } from '../../../db/followUps/followUps.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { indexChanged } from '../../../db/search/indexing.ts'
import { searchTodo, type Role } from '../../../db/schema/index.ts'
import { searchTerms } from '../../../surveys/search/searchTerms.ts'
import { makeApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

let app: Awaited<ReturnType<typeof makeApp>>
let path: string
let surveyId: string

const COMMENTS = [
  'Doručení do Łódź trvalo týden',
  'Lange Straße, kein Parkplatz',
  'שָׁלוֹם, חיכיתי שעה',
  'Delivery was late, and the box was open',
  'Late again. Write to me: ann.lee@example.com or +420 777 123 456',
]

beforeEach(async () => {
  app = await makeApp()
  const { id } = await makeSurvey(app.db)
  surveyId = id
  path = `/api/v1/surveys/${id}/responses`
  for (const [at, why] of COMMENTS.entries())
    await saveResponse(
      app.db,
      aResponse(id, {
        answers: { score: at, why },
        answeredAt: NOW + at,
        ...(at === 3 ? { customer: { name: 'Zoë Novák', email: 'zoe@example.com' } } : {}),
        ...(at === 3 ? { customerVerified: true } : {}),
        properties: { channel: at % 2 ? 'chat' : 'mail', order: `A-47${at}` },
      }),
    )
  await saveResponse(app.db, aResponse(id, { answers: { score: 10 } }))
  const other = await makeSurvey(app.db, 'other')
  await saveResponse(app.db, aResponse(other.id, { answers: { score: 1, why: 'Late, too' } }))
  await indexChanged(app.db)
})

/** The scores of the responses found, each of which has one. */
async function find(query: string, role: Role = 'lead'): Promise<number[]> {
  const answer = await app.ask(role, `${path}?${query}`)
  expect(answer.status).toBe(200)
  const { responses } = (await answer.json()) as {
    responses: { answers: { value: number | null }[] }[]
  }
  const counted = await app.ask(role, `${path}/count?${query}`)
  expect(await counted.json()).toMatchObject({ n: responses.length })
  return responses.map(({ answers }) => answers.find(({ value }) => value !== null)!.value!)
}

const q = (text: string) => `q=${encodeURIComponent(text)}`

describe('a search on the desk', () => {
  const scoresOn = async (query: string) => {
    const answer = await app.ask('lead', `/api/v1/follow-ups?${query}`)
    const { followUps } = (await answer.json()) as {
      followUps: { response: { answers: { value: number | null }[] } }[]
    }
    const counts = await app.ask('lead', `/api/v1/follow-up-counts?${query}`)
    expect(await counts.json()).toMatchObject({ matching: followUps.length })
    return followUps
      .map(({ response }) => response.answers[0]!.value!)
      .toSorted((one, other) => one - other)
  }

  it('finds cases of every survey by words, names and numbers', async () => {
    expect(await scoresOn(q('late'))).toEqual([1, 3, 4])
    expect(await scoresOn(`${q('late')}&survey=${surveyId}`)).toEqual([3, 4])
    expect(await scoresOn(q('novak'))).toEqual([3])
    expect(await scoresOn(q('#2'))).toEqual([1])
    expect(await scoresOn(q('nowhere'))).toEqual([])
  })

  it('finds notes and logged contacts, which a search of responses does not', async () => {
    const answer = await app.ask('lead', `/api/v1/follow-ups?${q('novak')}`)
    const [{ id }] = ((await answer.json()) as { followUps: [{ id: string }] }).followUps
    const note = { method: 'PATCH', json: { note: 'Věnovali jsme slevu' } }
    expect((await app.ask('lead', `/api/v1/follow-ups/${id}`, note)).status).toBe(200)
    await indexChanged(app.db)
    expect(await scoresOn(q('slevu'))).toEqual([3])
    expect(await scoresOn(q('novak venov'))).toEqual([3])
    expect(await find(q('slevu'))).toEqual([])
  })

  it('says while answers from before an upgrade are still being indexed', async () => {
    const says = async (path: string) => {
      const answer = await app.ask('lead', path)
      return ((await answer.json()) as { indexing?: boolean }).indexing
    }
    const counts = [`${path}/count`, '/api/v1/follow-up-counts']
    for (const each of counts) {
      expect(await says(`${each}?${q('late')}`)).toBe(false)
      expect(await says(each)).toBeUndefined()
    }
    await app.db.atomically((orm) => [
      orm.insert(searchTodo).values(Array.from({ length: 1_001 }, () => ({ responseNo: 1 }))),
    ])
    for (const each of counts) expect(await says(`${each}?${q('late')}`)).toBe(true)
    await indexChanged(app.db)
    for (const each of counts) expect(await says(`${each}?${q('late')}`)).toBe(false)
  })

  it('finds the same if follow-ups are checked one by one, as for frequent words', async () => {
    for (const [text, n] of [
      ['late', 3],
      ['lat', 3],
      ['at', 0],
      ['novak late', 1],
    ] as const) {
      const terms = searchTerms(text, { seesPersonal: true })
      expect(await listFollowUps(app.db, { search: { terms }, limit: 9 })).toHaveLength(n)
    }
  })
})

describe('a search', () => {
  it.each([
    ['lodz', [0]],
    ['strasse', [1]],
    ['שלום', [2]],
    ['late', [4, 3]],
    ['LATE deliv', [3]],
    ['late delivery', [3]],
    ['deliv la', []],
    ['novak', [3]],
    ['zoe@example.com', [3]],
    ['777123456', [4]],
    ['777 123 456', [4]],
    ['A-472', [2]],
    ['late OR box', []],
    ['"late" NOT box*', []],
    ['late" AND "', [3]],
    ['*late*', [4, 3]],
  ])('for %s finds %j', async (text, scores) => {
    expect(await find(q(text))).toEqual(scores)
  })

  it('can be filtered, and is read page by page', async () => {
    expect(await find(`${q('late')}&channel=chat`)).toEqual([3])
    expect(await find(`${q('late')}&score=4`)).toEqual([4])
    const first = await (await app.ask('lead', `${path}?${q('la')}&limit=2`)).json()
    const { next, responses } = first as { next: string; responses: unknown[] }
    expect(responses).toHaveLength(2)
    expect(
      await (await app.ask('lead', `${path}?${q('la')}&limit=2&cursor=${next}`)).json(),
    ).toMatchObject({ responses: [{}], next: null })
    const file = await app.ask('lead', `${path}.csv?${q('late')}`)
    expect((await file.text()).trim().split('\r\n')).toHaveLength(3)
  })

  it('finds a response by its number', async () => {
    expect(await find(q('#2'))).toEqual([1])
    expect(await find(q('6'))).toEqual([10])
  })

  it('shows only responses with a comment, searched or not', async () => {
    expect(await find('comments=true')).toEqual([4, 3, 2, 1, 0])
    expect(await find(`comments=true&${q('late')}`)).toEqual([4, 3])
  })

  it.each(['novak', 'zoe@example.com', 'ann.lee', '777', 'A-472'])(
    'for %s, which only leads may see, finds viewers nothing',
    async (text) => {
      expect(await find(q(text), 'viewer')).toEqual([])
      expect(await find(q('again'), 'viewer')).toEqual([4])
    },
  )

  it('reads ten thousand characters as text', async () => {
    expect(await find(q(`late ${'\'"*(x'.repeat(2_000)}`))).toEqual([])
  })

  it.each(['', ' ', '***', `"'`])('for nothing but %j is refused with the reason', async (text) => {
    const answer = await app.ask('viewer', `${path}?q=${encodeURIComponent(text)}`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      errors: [{ field: 'q', message: 'must contain a letter or a digit' }],
    })
  })
})
