import { beforeEach, expect, test } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'

let made: TestApp
let path: string
const { open, put } = visiting(() => made, 'after-support')

beforeEach(async () => {
  made = await makeApp()
  path = `/api/v1/surveys/${(await makeSurvey(made.db)).id}`
})

const answer = async (query: string, more: object = {}) =>
  put(await open(query), { score: 9 }, { complete: true, ...more })

const statusOf = async (query: string) =>
  (await made.ask('viewer', `${path}/scores${query}`)).status

type Use = { name: string; answers: number; place: string; values: object[] }

async function properties(change?: { name: string; json: object }) {
  const given = change
    ? await made.ask('admin', `${path}/properties/${change.name}`, {
        method: 'PUT',
        json: change.json,
      })
    : await made.ask('admin', `${path}/properties`)
  return ((await given.json()) as { properties: Use[] }).properties
}

const JUNK = `?${Array.from({ length: 20 }, (_, at) => `junk${at}=x`).join('&')}`

test('keeps existing groups when one answer brings twenty properties', async () => {
  await answer(JUNK)
  await answer('?channel=chat&agent=anna')
  // 503 for as long as they are being counted.
  for (const query of ['?channel=chat', '?agent=anna'])
    await expect.poll(() => statusOf(query)).toBe(200)
  expect(await checkScoreboard(made.db)).toEqual([])
})

test.each([
  ['that filled the field people never meet', { topic: 'x' }],
  ['that nobody confirmed', { confirmed: false }],
])('makes no group for an answer %s', async (_, more) => {
  await answer(JUNK, more)
  expect(await properties()).toEqual([])
  await answer('?channel=chat')
  expect((await properties()).map(({ name }) => name).toSorted()).toEqual(['channel', 'language'])
})

const answerMany = async (of: (at: number) => string) => {
  for (let at = 0; at < 26; at++) await answer(of(at))
}
const placeOf = async (property: string) =>
  (await properties()).find(({ name }) => name === property)?.place

test.each([
  ['a number', (at: number) => `${10_001 + at}`],
  ['a key', (at: number) => `A-${String(at).padStart(2, '0')}-2026`],
])('hides %s that differs in nearly every answer, and can show it again', async (_, value) => {
  await answerMany((at) => `?order=${value(at)}&channel=chat`)
  await expect.poll(() => placeOf('order')).toBe('hidden')
  expect(await placeOf('channel')).toBe('grouped')
  const scores = await made.ask('viewer', `${path}/scores`)
  expect(await scores.text()).not.toContain('order')
  expect(await (await made.ask('viewer', `${path}/responses`)).text()).not.toContain('order')
  await properties({ name: 'order', json: { hidden: false } })
  for (let at = 30; at < 33; at++) await answer(`?order=${value(at)}`)
  await expect.poll(() => placeOf('order')).toBe('grouped')
  expect(await checkScoreboard(made.db)).toEqual([])
})

test.each([
  ['whose values come again', (at: number) => `?branch=${1001 + (at % 8)}`],
  ['of few answers', (at: number) => (at < 20 ? `?branch=${1001 + at}` : '')],
  ['of words', (at: number) => `?branch=${String.fromCharCode(97 + at)}-town`],
])('doesn’t take a property %s for an identifier', async (_, query) => {
  await answerMany(query)
  expect(await placeOf('branch')).toBe('grouped')
})

test('lets an admin see properties and values with their answers, hide them and show them again', async () => {
  await answer('?channel=chat&campaign=may')
  await answer('?channel=mail')
  expect((await properties()).find(({ name }) => name === 'channel')).toEqual({
    name: 'channel',
    answers: 2,
    place: 'grouped',
    reserved: false,
    values: [
      { value: 'mail', answers: 1, place: 'grouped' },
      { value: 'chat', answers: 1, place: 'grouped' },
    ],
  })
  const hidden = await properties({ name: 'channel', json: { hidden: true } })
  expect(hidden.find(({ name }) => name === 'channel')).toMatchObject({ place: 'hidden' })
  expect(await statusOf('?channel=chat')).toBe(400)
  const read = async (role: 'viewer' | 'lead') => (await made.ask(role, `${path}/responses`)).text()
  expect(await read('viewer')).not.toContain('channel')
  expect(await read('lead')).toContain('channel')
  await answer('?channel=chat')
  await properties({ name: 'channel', json: { hidden: false } })
  const scores = await made.ask('viewer', `${path}/scores?channel=chat`)
  expect(await scores.json()).toMatchObject({ total: { n: 2 } })
  await properties({ name: 'channel', json: { hidden: true, value: 'mail' } })
  expect([await statusOf('?channel=chat'), await statusOf('?channel=mail')]).toEqual([200, 400])
  expect(await checkScoreboard(made.db)).toEqual([])
})

test('keeps hidden properties listed, even if no answer has them any more', async () => {
  await answer('?channel=chat')
  await properties({ name: 'channel', json: { hidden: true, value: 'fax' } })
  const shown = await properties({ name: 'campaign', json: { hidden: true, value: 'never' } })
  const fax = { value: 'fax', answers: 0, place: 'hidden' }
  expect(shown.find(({ name }) => name === 'channel')!.values).toContainEqual(fax)
  const never = { value: 'never', answers: 0, place: 'hidden' }
  expect(shown.find(({ name }) => name === 'campaign')!.values).toEqual([never])
})

test('reports that a property is being counted after it is shown again, until it has groups', async () => {
  await answer('?channel=chat')
  await properties({ name: 'channel', json: { hidden: true } })
  const json = { hidden: false }
  const given = await made.ask('admin', `${path}/properties/channel`, { method: 'PUT', json })
  expect(await given.json()).toMatchObject({ counting: true })
  const asked = async () => (await (await made.ask('admin', `${path}/properties`)).json()) as object
  await expect.poll(asked).toMatchObject({ counting: false })
  expect((await properties()).find(({ name }) => name === 'channel')).toMatchObject({
    place: 'grouped',
  })
})
