import { createSignal, type Accessor } from 'solid-js'
import * as api from './api.ts'
import { t } from './i18n.ts'
import { createPaged, type Paged } from './paged.ts'
import { say } from './toast.ts'

export const TABS = ['new', 'overdue', 'contacted', 'resolved', 'dismissed'] as const
export type Tab = (typeof TABS)[number]
export type DeskFilter = { tab: Tab; owner: string | null; survey: string | null }

type Done = { followUp: api.FollowUp; before: api.FollowUpChange }

export type Desk = {
  list: Paged<api.FollowUp>
  /** The rows that still belong to the tab; one that was dealt with leaves at once. */
  shown: Accessor<api.FollowUp[]>
  counts: Accessor<api.FollowUps['counts'] | null>
  change: (followUp: api.FollowUp, change: api.FollowUpChange) => Promise<boolean>
  undo: () => void
}

/** The list of follow-ups: a change shows at once, and whatever was done can be undone. */
export function createDesk(
  filter: Accessor<DeskFilter>,
  people: Accessor<api.Person[]>,
  onChanged: (saved: api.FollowUp) => void,
): Desk {
  const [counts, setCounts] = createSignal<api.FollowUps['counts'] | null>(null)
  const done: Done[] = []
  const list = createPaged(filter, async (asked, cursor) => {
    const page = await api.followUps({ ...deskQuery(asked), ...(cursor ? { cursor } : {}) })
    setCounts(page.counts)
    return { rows: page.followUps, next: page.next }
  })

  const show = (followUp: api.FollowUp, change: api.FollowUpChange) => {
    const after = changed(followUp, change, people())
    list.change(followUp.id, after)
    onChanged({ ...followUp, ...after })
    setCounts((before) => before && recount(before, followUp, { ...followUp, ...after }))
  }
  const send = async (followUp: api.FollowUp, change: api.FollowUpChange): Promise<boolean> => {
    const before = { ...followUp }
    show(before, change)
    try {
      const saved = await api.changeFollowUp(before.id, change)
      list.change(before.id, saved)
      onChanged(saved)
      return true
    } catch {
      show({ ...before, ...changed(before, change, people()) }, opposite(before, change))
      say(t('followUps.said.failed'))
      return false
    }
  }
  const undo = () => {
    const last = done.pop()
    if (!last) return
    say(t('followUps.said.undone'))
    void send({ ...last.followUp }, last.before)
  }

  return {
    list,
    shown: () => list.rows.filter((row) => belongs(row, filter().tab)),
    counts,
    async change(followUp, change) {
      const before = opposite(followUp, change)
      const after = { ...followUp, ...changed(followUp, change, people()) }
      const ok = send(followUp, change)
      if (change.note === undefined) {
        done.push({ followUp: after, before })
        say(inWords(after, change), undo)
      }
      return ok
    },
    undo,
  }
}

/** The question to the server for what the desk shows; the export asks the same. */
export function deskQuery({ tab, owner, survey }: DeskFilter): api.Query {
  return {
    ...(tab === 'overdue' ? { overdue: 'true' } : { state: tab }),
    ...(owner ? { owner } : {}),
    ...(survey ? { survey } : {}),
  }
}

/** Whether the first reply was due and has not been given. */
export function isOverdue({ state, dueAt }: api.FollowUp, now = Date.now()): boolean {
  return state === 'new' && dueAt !== null && dueAt < now
}

function belongs(row: api.FollowUp, tab: Tab): boolean {
  return tab === 'overdue' ? isOverdue(row) : row.state === tab
}

function changed(
  followUp: api.FollowUp,
  { state, owner, note }: api.FollowUpChange,
  people: api.Person[],
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

function inWords(after: api.FollowUp, { state }: api.FollowUpChange): string {
  if (state) return t(`followUps.said.${state}`)
  return after.owner
    ? t('followUps.said.owner', { name: after.owner.name })
    : t('followUps.said.unowned')
}
