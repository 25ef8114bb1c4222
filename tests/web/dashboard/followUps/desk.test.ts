import { QueryClientProvider } from '@tanstack/solid-query'
import { createComponent, createRoot, createSignal, untrack } from 'solid-js'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { Person } from '../../../../web/dashboard/base/api.ts'
import type { FollowUp } from '../../../../web/dashboard/followUps/model/api.ts'
import { startLanguage, withWords } from '../../../../web/dashboard/base/i18n.ts'
import { createClient } from '../../../../web/dashboard/base/query.ts'
import { createDesk, type Desk } from '../../../../web/dashboard/followUps/model/desk.ts'
import {
  unfiltered,
  type DeskFilter,
  type View,
} from '../../../../web/dashboard/followUps/model/filter.ts'
import { toast } from '../../../../web/dashboard/base/toast.ts'
import { settled, takeRequests, type Request } from '../support/requests.ts'
import { stubWindow } from '../support/windowStub.ts'

const PEOPLE = [{ id: 'ada', name: 'Ada' }] as Person[]
const NONE = { contacted: 0, resolved: 0, dismissed: 0, mine: 0, overdue: 0, closed: 0 }
const countsOf = (open: number) => ({
  ...NONE,
  new: open,
  open,
  unassigned: open,
  matching: open,
})

/** A new case, opened without a time within which it is due. */
const caseOf = (id: string) =>
  ({ id, state: 'new', owner: null, note: null, dueAt: null, updatedAt: 1 }) as FollowUp

const pageOf = (ids: string, next: string | null = null) => ({
  followUps: [...ids].map(caseOf),
  next,
})

let browser: ReturnType<typeof stubWindow>
let requests: Request[]
let desk: ReturnType<typeof openDesk>

function openDesk() {
  return createRoot((dispose) => {
    onTestFinished(dispose)
    const [asked, ask] = createSignal<DeskFilter>(unfiltered('open'))
    const [opened, open] = createSignal<string>()
    let made!: Desk
    createComponent(QueryClientProvider, {
      client: createClient(),
      get children() {
        made = untrack(() => createDesk(asked, opened, () => PEOPLE, 'ada'))
        return null
      },
    })
    return {
      ...made,
      openView: (view: View) => ask(unfiltered(view)),
      open,
      ids: () =>
        made
          .shown()
          .map(({ id }) => id)
          .join(''),
      row: (id: string) => made.find(id)!,
    }
  })
}

/** How many cases are open for the server, which answers every question for counts at once. */
let open = 3

async function countsAnswered(): Promise<void> {
  await settled()
  const isOfCounts = ({ path }: Request) => path.includes('/follow-up-counts')
  for (let at = requests.findIndex(isOfCounts); at !== -1; at = requests.findIndex(isOfCounts))
    await requests.splice(at, 1)[0]!.answer(countsOf(open))
}

/** The next request that nobody has answered yet. */
async function next(): Promise<Request> {
  await countsAnswered()
  return requests.shift()!
}

/** Answers the next request with one saved case. */
async function saveNext(id: string, changes: Partial<FollowUp>): Promise<void> {
  await (await next()).answer({ ...caseOf(id), ...changes })
}

async function unanswered(): Promise<Request[]> {
  await countsAnswered()
  return requests
}

beforeEach(async () => {
  browser = stubWindow()
  await startLanguage()
  await withWords(async () => undefined, 'followUps')()
  requests = takeRequests()
  open = 3
  desk = openDesk()
  await (await next()).answer(pageOf('abc'))
})

it('shows a change at once: the case leaves the tab, and the counts follow', async () => {
  const changed = desk.change([desk.row('b')], { state: 'resolved' })
  expect(desk.ids()).toBe('ac')
  expect(desk.counts()).toMatchObject({ new: 2, resolved: 1 })
  const request = await next()
  expect(request).toMatchObject({
    method: 'PATCH',
    path: '/api/v1/follow-ups/b',
    body: { state: 'resolved' },
    keepalive: true,
  })
  await request.answer({ ...caseOf('b'), state: 'resolved' })
  expect(await changed).toBe(true)
  expect(desk.ids()).toBe('ac')
  expect(desk.counts()).toMatchObject({ new: 2, resolved: 1 })
  expect(await unanswered()).toEqual([])
})

it('changes many cases by one request', async () => {
  void desk.change([desk.row('a'), desk.row('c')], { owner: 'ada' })
  expect(desk.row('c').owner).toEqual(PEOPLE[0])
  expect(await unanswered()).toMatchObject([
    { path: '/api/v1/follow-ups', body: { ids: ['a', 'c'], owner: 'ada' } },
  ])
})

it('reverts the change, and reports it, if the server refuses or can’t be reached', async () => {
  const changed = desk.change([desk.row('a'), desk.row('b')], { state: 'dismissed' })
  expect(desk.ids()).toBe('c')
  await (await next()).fail()
  expect(await changed).toBe(false)
  expect(toast()!.text).toContain('Not saved')
  expect(desk.ids()).toBe('abc')
  expect(desk.counts()).toMatchObject({ new: 3, dismissed: 0 })
})

it('keeps a later change of a case whose earlier one failed', async () => {
  void desk.change([desk.row('a')], { owner: 'ada' })
  void desk.change([desk.row('a')], { state: 'resolved' })
  await (await next()).fail()
  expect(desk.row('a')).toMatchObject({ owner: null, state: 'resolved' })
  expect(desk.ids()).toBe('bc')
})

it('sends changes of one case one after the other, and ends in the state of the last', async () => {
  void desk.change([desk.row('a')], { state: 'contacted' })
  void desk.change([desk.row('a')], { state: 'resolved' })
  void desk.change([desk.row('b')], { state: 'dismissed' })
  expect(desk.row('a').state).toBe('resolved')
  const [first, other] = await unanswered()
  expect(requests).toMatchObject([
    { path: '/api/v1/follow-ups/a', body: { state: 'contacted' } },
    { path: '/api/v1/follow-ups/b', body: { state: 'dismissed' } },
  ])
  requests.length = 0
  await other!.answer({ ...caseOf('b'), state: 'dismissed' })
  await first!.answer({ ...caseOf('a'), state: 'contacted' })
  expect(desk.row('a').state).toBe('resolved')
  expect(requests[0]).toMatchObject({ path: '/api/v1/follow-ups/a', body: { state: 'resolved' } })
  await saveNext('a', { state: 'resolved' })
  expect(desk.row('a').state).toBe('resolved')
  expect(desk.counts()).toMatchObject({ new: 1, contacted: 0, resolved: 1, dismissed: 1 })
})

it('undoes the latest change first, and restores each case’s state', async () => {
  void desk.change([desk.row('a')], { owner: 'ada' })
  await saveNext('a', { owner: PEOPLE[0] })
  void desk.change([desk.row('a'), desk.row('b')], { owner: null })
  await (await next()).answer({ followUps: [caseOf('a'), caseOf('b')] })

  desk.undo()
  // One had an owner and the other had none: not alike, so one after the other.
  expect(await unanswered()).toMatchObject([
    { path: '/api/v1/follow-ups/a', body: { owner: 'ada' } },
  ])
  await saveNext('a', { owner: PEOPLE[0] })
  expect(await unanswered()).toMatchObject([
    { path: '/api/v1/follow-ups/b', body: { owner: null } },
  ])
  await saveNext('b', {})
  expect(desk.row('a').owner).toEqual(PEOPLE[0])

  desk.undo()
  expect(await unanswered()).toMatchObject([
    { path: '/api/v1/follow-ups/a', body: { owner: null } },
  ])
})

it('offers no undo for a note, which has a field of its own', async () => {
  void desk.change([desk.row('a')], { note: 'Called back' })
  await saveNext('a', { note: 'Called back' })
  expect(desk.row('a').note).toBe('Called back')
  desk.undo()
  expect(await unanswered()).toEqual([])
})

it('rereads the list if it was read during a change', async () => {
  void desk.change([desk.row('a')], { state: 'resolved' })
  const change = await next()
  desk.openView('closed')
  await (await next()).answer(pageOf(''))
  expect(desk.ids()).toBe('')
  await change.answer({ ...caseOf('a'), state: 'resolved' })
  expect(await unanswered()).toMatchObject([
    { method: 'GET', path: '/api/v1/follow-ups?state=closed' },
  ])
})

it('rereads the list if a read that began before a change ends after it', async () => {
  void desk.change([desk.row('a')], { state: 'resolved' })
  const change = await next()
  desk.openView('closed')
  const early = await next()
  await change.answer({ ...caseOf('a'), state: 'resolved' })
  const late = await next()
  expect(late.path).toBe('/api/v1/follow-ups?state=closed')
  await early.answer(pageOf(''))
  await late.answer({ ...pageOf(''), followUps: [{ ...caseOf('a'), state: 'resolved' }] })
  expect(desk.ids()).toBe('a')
})

it('reads the next page when all cases of a page are closed', async () => {
  void desk.list.refetch()
  await (await next()).answer(pageOf('a', 'after a'))
  void desk.change([desk.row('a')], { state: 'resolved' })
  await saveNext('a', { state: 'resolved' })
  expect(await unanswered()).toMatchObject([
    { method: 'GET', path: '/api/v1/follow-ups?state=open' },
  ])
})

it('offers to undo the change that the toast names', async () => {
  void desk.change([desk.row('a')], { state: 'resolved' })
  await saveNext('a', { state: 'resolved' })
  toast()!.undo!()
  expect(desk.ids()).toBe('abc')
  expect(await unanswered()).toMatchObject([
    { path: '/api/v1/follow-ups/a', body: { state: 'new' } },
  ])
})

it('refreshes on focus without moving a row: new cases above wait', async () => {
  open = 5
  browser.show()
  const page = pageOf('xaycd')
  page.followUps[1]!.owner = PEOPLE[0]!
  await (await next()).answer(page)
  expect(desk.ids()).toBe('acd')
  expect(desk.row('a').owner).toEqual(PEOPLE[0])
  expect(desk.counts()).toMatchObject({ new: 5 })
  desk.openView('closed')
  await (await next()).answer(pageOf(''))
  desk.openView('open')
  await (await next()).answer(page)
  expect(desk.ids()).toBe('xaycd')
})

it('keeps the list if a refresh fails', async () => {
  browser.show()
  await (await next()).fail()
  await vi.waitFor(() => expect(desk.list.isRefetchError).toBe(true))
  expect(desk.ids()).toBe('abc')
  expect(desk.list.isLoadingError).toBe(false)
})

it('keeps the open case if the list no longer contains it', async () => {
  desk.open('b')
  expect(desk.opened()).toMatchObject({ id: 'b' })
  await (await next()).fail()
  browser.show()
  for (const request of await unanswered())
    if (request.path.includes('?')) await request.answer(pageOf('ac'))
  expect(desk.ids()).toBe('ac')
  expect(desk.opened()).toMatchObject({ id: 'b' })
})

it('reads the timeline of the open case again after a change', async () => {
  desk.open('b')
  await (await next()).answer({ ...caseOf('b'), timeline: [], history: [] })
  void desk.change([desk.row('b')], { owner: 'ada' })
  await saveNext('b', { owner: PEOPLE[0], updatedAt: 2 })
  expect(desk.opened()).toMatchObject({ owner: PEOPLE[0] })
  expect(await unanswered()).toMatchObject([{ method: 'GET', path: '/api/v1/follow-ups/b' }])
})
