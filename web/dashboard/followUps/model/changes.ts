import type { Person } from '../../base/api.ts'
import * as api from './api.ts'
import { plural, t } from '../../base/i18n.ts'

/** One change to one or many follow-ups, given as they were shown when it was made. */
export type Change = { followUps: api.FollowUp[]; change: api.FollowUpChange }

export function changed(
  followUp: api.FollowUp,
  { state, reason, owner, note }: api.FollowUpChange,
  people: Person[],
): api.FollowUp {
  return {
    ...followUp,
    state: state ?? followUp.state,
    reason: state === undefined ? followUp.reason : (reason ?? null),
    note: note === undefined ? followUp.note : note || null,
    owner: owner === undefined ? followUp.owner : (people.find(({ id }) => id === owner) ?? null),
  }
}

/** Returns the change that undoes another. */
export function opposite(followUp: api.FollowUp, change: api.FollowUpChange): api.FollowUpChange {
  return {
    ...(change.state ? { state: followUp.state, reason: followUp.reason } : {}),
    ...(change.owner === undefined ? {} : { owner: followUp.owner?.id ?? null }),
  }
}

/** Saves changes; those of one case one after the other, so that the last one made wins. */
export function createSave(): (change: Change) => Promise<api.FollowUp[]> {
  const latest = new Map<string, Promise<unknown>>()
  return ({ followUps, change }) => {
    const ids = followUps.map(({ id }) => id)
    const earlier = ids.flatMap((id) => latest.get(id) ?? [])
    const saving = Promise.allSettled(earlier).then(() => send(ids, change))
    for (const id of ids) latest.set(id, saving)
    return saving
  }
}

async function send(ids: string[], { note, ...change }: api.FollowUpChange) {
  const [one, ...others] = ids
  if (others.length > 0) return api.changeFollowUps(ids, change)
  return [await api.changeFollowUp(one!, note === undefined ? change : { ...change, note })]
}

/** Groups changes that are alike, so that each group takes one request. */
export function grouped(
  followUps: api.FollowUp[],
  changes: api.FollowUpChange[],
): [api.FollowUpChange, api.FollowUp[]][] {
  const keys = changes.map((change) => JSON.stringify(change))
  return [...new Set(keys)].map((key) => [
    JSON.parse(key) as api.FollowUpChange,
    followUps.filter((_, i) => keys[i] === key),
  ])
}

/** Describes a change that was made: "Resolved", "3 cases resolved". */
export function inWords(
  count: number,
  { state, owner }: api.StateChange,
  people: Person[],
): string {
  if (state)
    return count === 1 ? t(`followUps.outcomes.${state}`) : plural(`desk.done.${state}`, count)
  const name = people.find(({ id }) => id === owner)?.name
  const done = name ? t('followUps.outcomes.owner', { name }) : t('followUps.outcomes.unowned')
  return count === 1 ? done : `${plural('desk.cases', count)}: ${done}`
}
