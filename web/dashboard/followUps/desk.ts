import { createSignal, type Accessor } from 'solid-js'
import type { Person } from '../base/api.ts'
import type { Query } from '../base/client.ts'
import * as api from './api.ts'
import { plural, t } from '../base/i18n.ts'
import { createPaged, type Paged } from '../base/paged.ts'
import { say } from '../base/toast.ts'

export const TABS = ['new', 'overdue', 'contacted', 'resolved', 'dismissed'] as const
export type Tab = (typeof TABS)[number]
export type DeskFilter = {
  tab: Tab
  owner: string | null
  survey: string | null
  /** The days within which a case was opened, ISO. */
  from: string | null
  to: string | null
}

export type Desk = {
  list: Paged<api.FollowUp>
  /** The rows that still belong to the tab; one that was dealt with leaves at once. */
  shown: Accessor<api.FollowUp[]>
  counts: Accessor<api.FollowUps['counts'] | null>
  /** Changes one case, or many alike (then without a note). */
  change: (followUps: api.FollowUp[], change: api.FollowUpChange) => Promise<boolean>
  undo: () => void
}

/** The list of follow-ups: a change shows at once, and whatever was done can be undone. */
export function createDesk(
  filter: Accessor<DeskFilter>,
  people: Accessor<Person[]>,
  onChanged: (saved: api.FollowUp) => void,
): Desk {
  const [counts, setCounts] = createSignal<api.FollowUps['counts'] | null>(null)
  const done: (() => void)[] = []
  /** Changes under way, and whether the list was read while one was: it may not know of it then. */
  let changing = 0
  let isEarly = false
  const list = createPaged(filter, async (query, cursor) => {
    isEarly ||= changing > 0
    const page = await api.followUps({ ...deskQuery(query), ...(cursor ? { cursor } : {}) })
    isEarly ||= changing > 0
    setCounts(page.counts)
    return { rows: page.followUps, next: page.next }
  })

  const show = (followUp: api.FollowUp, change: api.FollowUpChange) => {
    const after = changed(followUp, change, people())
    list.change(followUp.id, after)
    onChanged({ ...followUp, ...after })
    setCounts((before) => before && recount(before, followUp, { ...followUp, ...after }))
  }
  const send = async (followUps: api.FollowUp[], change: api.FollowUpChange): Promise<boolean> => {
    const before = followUps.map((followUp) => ({ ...followUp }))
    for (const each of before) show(each, change)
    changing += 1
    try {
      for (const saved of await save(before, change)) {
        list.change(saved.id, saved)
        onChanged(saved)
      }
      return true
    } catch {
      for (const each of before)
        show({ ...each, ...changed(each, change, people()) }, opposite(each, change))
      say(t('followUps.said.failed'))
      return false
    } finally {
      changing -= 1
      if (changing === 0 && (isEarly || isUsedUp())) {
        isEarly = false
        void list.again()
      }
    }
  }
  const takeBack = async (after: api.FollowUp[], before: api.FollowUpChange[]) => {
    say(t('undone'))
    for (const [change, followUps] of alike(after, before)) await send(followUps, change)
    const isListed = (id: string) => list.rows.some((row) => row.id === id)
    if (!after.every(({ id }) => isListed(id))) void list.again()
  }
  /** Whether all that was read has been dealt with, and there is more. */
  const isUsedUp = () => list.hasMore() && !list.busy() && shown().length === 0
  const undo = () => done.pop()?.()
  const shown = () => list.rows.filter((row) => belongs(row, filter().tab))

  return {
    list,
    shown,
    counts,
    async change(followUps, change) {
      const before = followUps.map((followUp) => opposite(followUp, change))
      const after = followUps.map((followUp) => ({
        ...followUp,
        ...changed(followUp, change, people()),
      }))
      const ok = send(followUps, change)
      if (change.note === undefined) {
        done.push(() => void takeBack(after, before))
        say(inWords(after, change), undo)
      }
      return ok
    },
    undo,
  }
}

/** The question to the server for what the desk shows; the export asks the same. */
export function deskQuery({ tab, owner, survey, from, to }: DeskFilter): Query {
  return {
    ...(tab === 'overdue' ? { overdue: 'true' } : { state: tab }),
    ...(owner ? { owner } : {}),
    ...(survey ? { survey } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  }
}

/** Whether the first reply was due and has not been given. */
export function isOverdue({ state, dueAt }: api.FollowUp, now = Date.now()): boolean {
  return state === 'new' && dueAt !== null && dueAt < now
}

/** When the customer last added something after the case was dealt with; null when they didn't. */
export function wroteAgainAt({ closedAt, contactedAt, response }: api.FollowUp): number | null {
  const since = closedAt ?? contactedAt
  const last = response.additions.at(-1)
  return since !== null && last && last.at > since ? last.at : null
}

function belongs(row: api.FollowUp, tab: Tab): boolean {
  return tab === 'overdue' ? isOverdue(row) : row.state === tab
}

function changed(
  followUp: api.FollowUp,
  { state, owner, note }: api.FollowUpChange,
  people: Person[],
): Partial<api.FollowUp> {
  return {
    state: state ?? followUp.state,
    note: note === undefined ? followUp.note : note || null,
    owner: owner === undefined ? followUp.owner : (people.find(({ id }) => id === owner) ?? null),
  }
}

function opposite(followUp: api.FollowUp, change: api.FollowUpChange): api.FollowUpChange {
  return {
    ...(change.state ? { state: followUp.state } : {}),
    ...(change.owner === undefined ? {} : { owner: followUp.owner?.id ?? null }),
    ...(change.note === undefined ? {} : { note: followUp.note ?? '' }),
  }
}

function recount(
  counts: api.FollowUps['counts'],
  before: api.FollowUp,
  after: api.FollowUp,
): api.FollowUps['counts'] {
  const moved = { ...counts }
  moved[before.state] -= 1
  moved[after.state] += 1
  moved.overdue += Number(isOverdue(after)) - Number(isOverdue(before))
  return moved
}

async function save(
  followUps: api.FollowUp[],
  { note, ...change }: api.FollowUpChange,
): Promise<api.FollowUp[]> {
  const [one, ...others] = followUps.map(({ id }) => id)
  if (others.length === 0)
    return [await api.changeFollowUp(one!, note === undefined ? change : { ...change, note })]
  return api.changeFollowUps([one!, ...others], change)
}

/** Cases that are to be changed alike, together. */
function alike(
  followUps: api.FollowUp[],
  changes: api.FollowUpChange[],
): [api.FollowUpChange, api.FollowUp[]][] {
  const keys = changes.map((change) => JSON.stringify(change))
  return [...new Set(keys)].map((key) => [
    JSON.parse(key) as api.FollowUpChange,
    followUps.filter((_, i) => keys[i] === key),
  ])
}

function inWords(after: api.FollowUp[], change: api.FollowUpChange): string {
  const done = doneInWords(after[0]!, change)
  return after.length === 1 ? done : `${plural('desk.cases', after.length)}: ${done}`
}

function doneInWords(after: api.FollowUp, { state }: api.FollowUpChange): string {
  if (state) return t(`followUps.said.${state}`)
  return after.owner
    ? t('followUps.said.owner', { name: after.owner.name })
    : t('followUps.said.unowned')
}
