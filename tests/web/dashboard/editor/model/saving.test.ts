import { createRoot, createSignal } from 'solid-js'
import { beforeEach, expect, it, vi } from 'vitest'
import type { SurveyDetail } from '../../../../../web/dashboard/surveys/api.ts'
import type { Content } from '../../../../../web/dashboard/editor/model/editor.ts'
import {
  contentOf,
  createSaving,
  unsent,
} from '../../../../../web/dashboard/editor/model/saving.ts'
import { takeRequests, type Request } from '../../support/requests.ts'
import { definition } from '../../../../support/surveys.ts'
import { stubWindow } from '../../support/windowStub.ts'

const survey = { id: 's', name: 'Support', definition, draft: { revision: 1 } } as SurveyDetail
const theirs = { ...survey, name: 'Their name', draft: { revision: 5 } } as SurveyDetail

let page: ReturnType<typeof stubWindow>
let requests: Request[]
let editing: ReturnType<typeof edit>

function edit(start: Content = contentOf(survey)) {
  return createRoot((close) => {
    const [content, write] = createSignal(start)
    const saving = createSaving(survey, content)
    const rename = (name: string) => write({ ...content(), name })
    return { ...saving, rename, close, is: () => saving.state().is }
  })
}

/** The next request that nobody has answered yet. */
const next = () => requests.shift()!
const pause = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => {
  page = stubWindow()
  requests = takeRequests()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  editing = edit()
  return () => {
    vi.useRealTimers()
  }
})

it('saves after a pause, not at every letter, each save based on the one before', async () => {
  editing.rename('S')
  await pause(500)
  editing.rename('Su')
  await pause(500)
  expect([requests.length, editing.is()]).toEqual([0, 'pending'])
  await pause(100)
  expect(editing.is()).toBe('saving')
  expect(requests[0]).toMatchObject({
    method: 'PUT',
    path: '/api/v1/surveys/s/draft',
    body: { revision: 1, name: 'Su', definition },
    keepalive: false,
  })
  await next().answer({ revision: 2 })
  expect([editing.is(), editing.revision()]).toEqual(['saved', 2])

  editing.rename('Sup')
  await pause(600)
  expect(next().body).toMatchObject({ revision: 2 })
})

it('saves again what was written during a save', async () => {
  editing.rename('A')
  await pause(600)
  editing.rename('AB')
  await pause(600)
  expect(requests).toHaveLength(1)
  await next().answer({ revision: 2 })
  expect(editing.is()).toBe('pending')
  await pause(600)
  await next().answer({ revision: 3 })
  expect(editing.is()).toBe('saved')
})

it('sends nothing if the edit was undone', async () => {
  editing.rename('A')
  editing.rename(survey.name)
  expect(editing.is()).toBe('saved')
  await pause(10_000)
  expect(requests).toEqual([])
})

it('keeps the saved name while the field is empty', async () => {
  editing.rename(' ')
  await pause(600)
  expect(next().body).toEqual({ revision: 1, definition })
})

it('retries at growing intervals while the server is unreachable, and at once when online', async () => {
  editing.rename('A')
  await pause(600)
  for (const wait of [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    await next().fail()
    expect(editing.is()).toBe('waiting')
    await pause(wait - 1)
    expect(requests).toEqual([])
    await pause(1)
    expect(requests).toHaveLength(1)
  }
  await next().fail()
  page.goOnline()
  await next().answer({ revision: 2 })
  expect(editing.is()).toBe('saved')
})

it('keeps unsent edits in this browser until they are saved', async () => {
  editing.rename('A')
  expect(unsent(survey)).toEqual({ name: 'A', definition })
  expect(unsent(theirs)).toBe(null)
  await pause(600)
  await next().answer({ revision: 2 })
  expect(unsent(survey)).toBe(null)
})

it('sends edits kept in this browser at the start', async () => {
  const again = edit({ name: 'Kept', definition })
  await pause(0)
  expect(next().body).toMatchObject({ name: 'Kept' })
  again.close()
})

it('sends edits when the page is hidden or closed', async () => {
  editing.rename('A')
  page.hide()
  expect(requests[0]!.keepalive).toBe(true)
  await next().answer({ revision: 2 })
  editing.rename('AB')
  editing.close()
  expect(next()).toMatchObject({ body: { name: 'AB' }, keepalive: true })
})

it('names the fields that the server refuses, and saves again after the next change', async () => {
  editing.rename('A')
  await pause(600)
  await next().answer({ detail: '', errors: [{ field: 'name', message: 'is taken' }] }, 400)
  expect(editing.state()).toEqual({ is: 'refused', fields: { name: 'is taken' } })
  await pause(60_000)
  expect(requests).toEqual([])
  editing.rename('AB')
  await pause(600)
  expect(requests).toHaveLength(1)
})

async function comeIntoConflict() {
  editing.rename('Mine')
  await pause(600)
  await next().answer({}, 409)
  await next().answer(theirs)
}

it('stops if someone else has saved, until one version is chosen', async () => {
  await comeIntoConflict()
  expect(editing.state()).toEqual({ is: 'conflict', theirs })
  editing.rename('Mine too')
  await pause(60_000)
  expect(requests).toEqual([])

  editing.keepMine(theirs)
  await pause(0)
  expect(next().body).toMatchObject({ revision: 5, name: 'Mine too' })
})

it('can take over what someone else has saved', async () => {
  await comeIntoConflict()
  editing.accept(theirs)
  editing.rename(theirs.name)
  await pause(60_000)
  expect([editing.is(), editing.revision(), requests]).toEqual(['saved', 5, []])
})

it('retries if the other version can’t be read', async () => {
  editing.rename('Mine')
  await pause(600)
  await next().answer({}, 409)
  await next().fail()
  expect(editing.is()).toBe('waiting')
})

it('saves all edits on demand, even during a save', async () => {
  editing.rename('A')
  await pause(600)
  editing.rename('AB')
  const flushed = editing.flush()
  await next().answer({ revision: 2 })
  expect(requests[0]!.body).toMatchObject({ revision: 2, name: 'AB' })
  await next().answer({ revision: 3 })
  expect(await flushed).toBe(true)
})
