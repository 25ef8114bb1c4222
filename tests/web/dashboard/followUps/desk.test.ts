import { createRoot, createSignal } from 'solid-js'
import { beforeEach, expect, it } from 'vitest'
import type { Person } from '../../../../web/dashboard/base/api.ts'
import type { FollowUp } from '../../../../web/dashboard/followUps/api.ts'
import { startLanguage, withWords } from '../../../../web/dashboard/base/i18n.ts'
import { createDesk, type DeskFilter, type Tab } from '../../../../web/dashboard/followUps/desk.ts'
import { toast } from '../../../../web/dashboard/base/toast.ts'
import { settled, takeRequests, type Request } from '../support/requests.ts'
import { stubWindow } from '../support/windowStub.ts'

const PEOPLE = [{ id: 'ada', name: 'Ada' }] as Person[]
const NONE = { contacted: 0, resolved: 0, dismissed: 0, overdue: 0, unowned: 0 }

/** A new case, opened without a time within which it is due. */
const caseOf = (id: string) =>
  ({ id, state: 'new', owner: null, note: null, dueAt: null }) as FollowUp

const pageOf = (ids: string, next: string | null = null) => ({
  followUps: [...ids].map(caseOf),
  next,
  counts: { ...NONE, new: ids.length },
})

let requests: Request[]
let desk: ReturnType<typeof openDesk>

function openDesk() {
  const seen: FollowUp[] = []
  return createRoot(() => {
    const filter = { tab: 'new', owner: null, survey: null, from: null, to: null } as const
    const [asked, ask] = createSignal<DeskFilter>(filter)
    const made = createDesk(
      asked,
      () => PEOPLE,
      (followUp) => seen.push(followUp),
    )
    return {
      ...made,
      seen,
      open: (tab: Tab) => ask({ ...filter, tab }),
      ids: () =>
        made
          .shown()
          .map(({ id }) => id)
          .join(''),
      row: (id: string) => made.list.rows.find((row) => row.id === id)!,
    }
  })
}

/** The next request that nobody has answered yet. */
const next = () => requests.shift()!

beforeEach(async () => {
  stubWindow()
  await startLanguage()
  await withWords(async () => undefined, 'followUps')()
  requests = takeRequests()
  desk = openDesk()
  await next().answer(pageOf('abc'))
})

it('shows a change at once: the case leaves the tab, and the counts follow', async () => {
  const changed = desk.change([desk.row('b')], { state: 'resolved' })
  expect(desk.ids()).toBe('ac')
  expect(desk.counts()).toMatchObject({ new: 2, resolved: 1 })
  expect(requests[0]).toMatchObject({
    method: 'PATCH',
    path: '/api/v1/follow-ups/b',
    body: { state: 'resolved' },
    keepalive: true,
  })
  await next().answer({ ...caseOf('b'), state: 'resolved' })
  expect(await changed).toBe(true)
  expect(desk.seen.map(({ id, state }) => [id, state])).toEqual([
    ['b', 'resolved'],
    ['b', 'resolved'],
  ])
  expect(requests).toEqual([])
})

it('changes many cases by one request', async () => {
  void desk.change([desk.row('a'), desk.row('c')], { owner: 'ada' })
  expect(desk.row('c').owner).toEqual(PEOPLE[0])
  expect(requests).toMatchObject([
    { path: '/api/v1/follow-ups', body: { ids: ['a', 'c'], owner: 'ada' } },
  ])
})

it('puts everything back, and says so, where the server refuses or is not reached', async () => {
  const changed = desk.change([desk.row('a'), desk.row('b')], { state: 'dismissed' })
  expect(desk.ids()).toBe('c')
  await next().fail()
  expect(await changed).toBe(false)
  expect(toast()!.text).toContain('Not saved')
  expect(desk.ids()).toBe('abc')
  expect(desk.counts()).toMatchObject({ new: 3, dismissed: 0 })
})

it('takes back the last change first, and each case to what it was', async () => {
  void desk.change([desk.row('a')], { owner: 'ada' })
  await next().answer({ ...caseOf('a'), owner: PEOPLE[0] })
  void desk.change([desk.row('a'), desk.row('b')], { owner: null })
  await next().answer({ followUps: [caseOf('a'), caseOf('b')] })

  desk.undo()
  // One had an owner and the other had none: not alike, so one after the other.
  expect(requests[0]).toMatchObject({ path: '/api/v1/follow-ups/a', body: { owner: 'ada' } })
  await next().answer({ ...caseOf('a'), owner: PEOPLE[0] })
  expect(requests[0]).toMatchObject({ path: '/api/v1/follow-ups/b', body: { owner: null } })
  await next().answer(caseOf('b'))
  expect(desk.row('a').owner).toEqual(PEOPLE[0])

  desk.undo()
  expect(requests).toMatchObject([{ path: '/api/v1/follow-ups/a', body: { owner: null } }])
})

it('offers no way back from a note, which has its own field', async () => {
  void desk.change([desk.row('a')], { note: 'Called back' })
  await next().answer({ ...caseOf('a'), note: 'Called back' })
  expect(desk.row('a').note).toBe('Called back')
  desk.undo()
  await settled()
  expect(requests).toEqual([])
})

it('reads the list again where it was read while a change was under way', async () => {
  void desk.change([desk.row('a')], { state: 'resolved' })
  const change = next()
  desk.open('resolved')
  await next().answer(pageOf(''))
  expect(desk.ids()).toBe('')
  await change.answer({ ...caseOf('a'), state: 'resolved' })
  expect(requests).toMatchObject([{ method: 'GET', path: '/api/v1/follow-ups?state=resolved' }])
})

it('reads on where all cases of a page were dealt with and more are left', async () => {
  void desk.list.again()
  await next().answer(pageOf('a', 'after a'))
  void desk.change([desk.row('a')], { state: 'resolved' })
  await next().answer({ ...caseOf('a'), state: 'resolved' })
  expect(requests).toMatchObject([{ method: 'GET', path: '/api/v1/follow-ups?state=new' }])
})

it('offers to undo what it says it did', async () => {
  void desk.change([desk.row('a')], { state: 'resolved' })
  await next().answer({ ...caseOf('a'), state: 'resolved' })
  toast()!.undo!()
  expect(requests).toMatchObject([{ path: '/api/v1/follow-ups/a', body: { state: 'new' } }])
  expect(desk.ids()).toBe('abc')
})
