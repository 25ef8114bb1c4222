import { describe, expect, test, vi } from 'vitest'
import { readToken } from '../../../api/base/tokens.ts'
import { pauseSurvey, createSurvey } from '../../../db/surveys/surveys.ts'
import { customer } from '../../../db/schema/index.ts'
import { definition } from '../../support/surveys.ts'
import {
  SLUG,
  made,
  surveyId,
  open,
  get,
  expectNothingStored,
  surveyForEachTest,
} from './saving.ts'

surveyForEachTest()

describe('opening the page', () => {
  test('shows the question with the company’s name and the ends of the scale', async () => {
    const { html, answered } = await open()
    expect(answered.status).toBe(200)
    expect(html).toContain('Would you recommend Acme?')
    expect(html).toContain('Not at all')
    expect(html).toContain('Very much')
    expect(html).not.toContain('{company}')
  })

  test('writes nothing, sets no cookie and loads nothing from elsewhere', async () => {
    const { html, answered } = await open('?score=9&email=anna@example.com')
    await made.app.request(`http://ohlas.test/s/${SLUG}`, { method: 'HEAD' })
    await expectNothingStored()
    expect(await made.db.orm.select().from(customer)).toEqual([])
    expect(answered.headers.get('set-cookie')).toBeNull()
    expect(html).not.toMatch(/(src|href|action)="?(https?:)?\/\//)
  })

  test('is not cached, and may run and load nothing but itself', async () => {
    const { headers } = (await open()).answered
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
  })

  test('is in the language of the link, else of the reader, else the first', async () => {
    expect((await open('?lang=he')).html).toContain('<html lang="he" dir="rtl">')
    const reader = { 'accept-language': 'fr;q=0.9, he-IL;q=0.8, en;q=0.1' }
    expect((await open('', reader)).html).toContain('<html lang="he" dir="rtl">')
    expect((await open('?lang=en', reader)).html).toContain('<html lang="en" dir="ltr">')
    expect((await open('', { 'accept-language': 'fr' })).html).toContain('<html lang="en"')
  })

  test('links to its other languages with everything else the link says', async () => {
    const { html } = await open('?customer=42&channel=chat')
    expect(html).toContain('href="?customer=42&amp;channel=chat&amp;lang=he"')
  })

  test('has the score of the link chosen, by either name, and only one on the scale', async () => {
    const chosen = (html: string) => /value="(\d+)"[^>]* checked/.exec(html)?.[1]
    expect(chosen((await open('?score=0')).html)).toBe('0')
    expect(chosen((await open('?score=10')).html)).toBe('10')
    for (const score of ['11', '-1', '4.5', 'x', '', '9e0', '007'])
      expect(chosen((await open(`?score=${score}`)).html)).toBeUndefined()
  })

  test('stores the customer in the token, and ignores what can’t be used', async () => {
    const long = 'x'.repeat(201)
    const { token } = await open(
      `?customer=42&email=nobody&name=Anna&channel=chat&a%20b=c&long=${long}&empty=&lang=en&score=3`,
    )
    const claims = readToken(made.deps.workspace.secret, token, made.clock.now)
    expect(claims.customer).toEqual({ externalId: '42', name: 'Anna' })
    expect(claims.properties).toEqual({ channel: 'chat' })
    expect(claims).toMatchObject({ survey: surveyId, version: 1, language: 'en' })
  })

  test('reads at most 50 properties from a link', async () => {
    const query = Array.from({ length: 60 }, (_, index) => `p${index}=x`).join('&')
    const { token } = await open(`?${query}`)
    const { properties } = readToken(made.deps.workspace.secret, token, made.clock.now)
    expect(Object.keys(properties)).toHaveLength(50)
  })

  test('escapes what comes from the link', async () => {
    const { html } = await open('?lang=en&x="><script>alert(1)</script>')
    expect(html).not.toContain('<script>alert')
  })

  test.each([
    ['an address without a survey', 404, async () => 'nothing-here'],
    [
      'a draft that was never published',
      404,
      async () =>
        (await createSurvey(made.db, { name: 'D', slug: 'draft', definition, now: 0 })).slug,
    ],
    [
      'a paused survey',
      410,
      async () => (await pauseSurvey(made.db, surveyId, made.clock.now)).slug,
    ],
  ])('of %s explains it in the reader’s language (%i)', async (_, status, slugOf) => {
    const answered = await get(await slugOf(), { 'accept-language': 'de' })
    const html = await answered.text()
    expect(answered.status).toBe(status)
    expect(answered.headers.get('content-type')).toContain('text/html')
    expect(html).toContain('<html lang="de"')
    expect(html).toContain(
      status === 404 ? 'Hier gibt es keine Umfrage' : 'Umfrage ist geschlossen',
    )
    expect(html).not.toContain('<form')
  })
})

describe('a slug that no survey can have', () => {
  test.each(['%00', 'a%00b', '%ff', '%ED%A0%80', 'After-Support', 'a%2Fb', '%F0%9F%92%A9', 'a.b'])(
    'is treated as an unknown one, without reading the database (%s)',
    async (slug) => {
      const json = { 'content-type': 'application/json' }
      const form = { 'content-type': 'application/x-www-form-urlencoded' }
      const requests: [path: string, init: RequestInit][] = [
        ['', {}],
        ['?test=1.a', {}],
        ['', { method: 'POST', headers: form, body: 'score=9' }],
        ['/responses/x', { method: 'PUT', headers: json, body: '{"token":""}' }],
      ]
      const statusesOf = async (of: string) => {
        const answers = requests.map(
          async ([path, init]) => await made.app.request(`http://ohlas.test/s/${of}${path}`, init),
        )
        return (await Promise.all(answers)).map(({ status }) => status)
      }
      const unknown = await statusesOf('unknown')
      expect(unknown).toEqual([404, 404, 404, 404])
      const reads = vi.spyOn(made.db.orm, 'select')
      expect(await statusesOf(slug)).toEqual(unknown)
      expect(reads).not.toHaveBeenCalled()
    },
  )
})
