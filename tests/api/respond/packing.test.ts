import { gunzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { packed, unpacked } from '../../../api/respond/packing.ts'
import { MOST_PAGE_BYTES } from '../../../api/respond/pageWeight.ts'
import { response } from '../../../db/schema/index.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'
import { makeAsking } from '../../web/respondent/asking.ts'

let made: Awaited<ReturnType<typeof makeAsking>>

beforeEach(async () => {
  made = await makeAsking()
  await makeSurvey(made.db, 'after-support')
})

const { get, open, put, postText } = visiting(() => made, 'after-support')
const bytesOf = async (answered: Response) => Buffer.from(await answered.arrayBuffer())
const textOf = async (answered: Response) => gunzipSync(await bytesOf(answered)).toString()

describe('the page', () => {
  it('is sent compressed, in less than eight kilobytes, and works the same', async () => {
    const answered = await get('after-support?channel=chat', { 'accept-encoding': 'br, gzip' })
    expect(answered.headers.get('content-encoding')).toBe('gzip')
    expect(answered.headers.get('vary')).toBe('accept-encoding')
    const bytes = await bytesOf(answered)
    expect(bytes.length).toBeLessThan(MOST_PAGE_BYTES)
    const html = gunzipSync(bytes).toString()
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!
    const saved = await put({ id: value('response'), token: value('token') }, { score: 9 })
    expect(saved.status).toBe(200)
    expect(await made.db.orm.select().from(response)).toMatchObject([
      { properties: { channel: 'chat' } },
    ])
    const plain = (await open('?channel=chat')).html
    const known = (text: string) => text.replaceAll(/name="(token|response)" value="[^"]*"/g, '')
    expect(known(html)).toBe(known(plain))
  })

  it.each([undefined, '', 'identity', 'br', 'gzip;q=0', 'gzip; q=0, br', 'deflate'])(
    'is sent uncompressed to clients that accept %j',
    async (encoding) => {
      const answered = await get('after-support', {
        ...(encoding !== undefined && { 'accept-encoding': encoding }),
      })
      expect(answered.headers.get('content-encoding')).toBeNull()
      expect(answered.headers.get('vary')).toBe('accept-encoding')
      expect(await answered.text()).toContain('<!doctype html>')
    },
  )

  it('is compressed as the next step of a form, as a notice and as a feedback page, too', async () => {
    const gzip = { 'accept-encoding': 'gzip' }
    const page = await open()
    const form = new URLSearchParams({ token: page.token, response: page.id, score: '2' })
    const step = await textOf(await postText(form.toString(), gzip))
    expect(step).toContain('What went wrong?')
    const missing = await get('nothing-here', gzip)
    expect(missing.status).toBe(404)
    expect(await textOf(missing)).toContain('There is no survey here')
    const saved = await put(page, { score: 2 }, { confirmed: true, complete: true, revision: 9 })
    const { feedback } = (await saved.json()) as { feedback: string }
    const own = await made.app.request(`http://ohlas.test${feedback}`, { headers: gzip })
    expect(await textOf(own)).toContain('We have your answer')
  })
})

it('unpacks to exactly the original, whatever it contains', () => {
  const text = fc
    .tuple(fc.string({ unit: 'binary', minLength: 1 }), fc.integer({ min: 1, max: 2_000 }))
    .map(([words, times]) => words.repeat(times))
  const page = fc.record({ common: text, own: text }).map(({ common, own }) => ({
    common: Buffer.from(common),
    own,
  }))
  fc.assert(
    fc.property(fc.oneof(page, text), (given) => {
      const file = gunzipSync(packed(given))
      // Comparing byte by byte through `toEqual` takes a minute for pages of this size.
      expect(file.equals(Buffer.from(unpacked(given)))).toBe(true)
      // The cached first part is valid for the next page, too.
      expect(gunzipSync(packed(given)).equals(file)).toBe(true)
    }),
  )
})
