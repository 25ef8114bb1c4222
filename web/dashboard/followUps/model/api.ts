import type { CloseReason, ContactChannel, FollowUpState } from '../../../../surveys/followUps.ts'
import { answer, v1, type Query, type Result } from '../../base/client.ts'

export const followUps = (query: Query) => answer(v1['follow-ups'].$get({ query }))
export const followUp = (id: string) => answer(v1['follow-ups'][':id'].$get({ param: { id } }))
/** Uses keepalive, so that a change shown as done is saved even if the page is closed at once. */
export const changeFollowUp = (id: string, json: FollowUpChange) =>
  answer(v1['follow-ups'][':id'].$patch({ param: { id }, json }, { init: { keepalive: true } }))
export const changeFollowUps = async (ids: string[], change: StateChange) =>
  (
    await answer(
      v1['follow-ups'].$patch({ json: { ids, ...change } }, { init: { keepalive: true } }),
    )
  ).followUps

export const followUpCounts = (query: Query) => answer(v1['follow-up-counts'].$get({ query }))
/** Changes all cases that match; refused if other many match than were confirmed. */
export const changeMatching = (query: Query, count: number, change: StateChange) =>
  answer(v1['follow-up-changes'].$post({ query, json: { count, ...change } }))
export const undoMatching = (id: string) =>
  answer(v1['follow-up-changes'][':id'].$delete({ param: { id } }))
export const logContact = (id: string, json: Contact) =>
  answer(v1['follow-ups'][':id'].contacts.$post({ param: { id }, json }))

export type FollowUps = Result<typeof followUps>
export type FollowUp = FollowUps['followUps'][number]
export type FollowUpDetail = Result<typeof followUp>
export type FollowUpCounts = Result<typeof followUpCounts>
export type StateChange = {
  state?: FollowUpState
  reason?: CloseReason | null
  owner?: string | null
}
export type FollowUpChange = StateChange & { note?: string }
export type Contact = { channel: ContactChannel; at: number; text: string | null }
