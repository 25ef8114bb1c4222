import { answer, v1, type Query, type Result } from '../base/client.ts'

export const followUps = (query: Query) => answer(v1['follow-ups'].$get({ query }))
export const followUp = (id: string) => answer(v1['follow-ups'][':id'].$get({ param: { id } }))
/** Uses keepalive, so that a change shown as done is saved even if the page is closed at once. */
export const changeFollowUp = (id: string, json: FollowUpChange) =>
  answer(v1['follow-ups'][':id'].$patch({ param: { id }, json }, { init: { keepalive: true } }))
export const changeFollowUps = async (
  ids: string[],
  change: Pick<FollowUpChange, 'state' | 'owner'>,
) =>
  (
    await answer(
      v1['follow-ups'].$patch({ json: { ids, ...change } }, { init: { keepalive: true } }),
    )
  ).followUps

export type FollowUps = Result<typeof followUps>
export type FollowUp = FollowUps['followUps'][number]
export type FollowUpDetail = Result<typeof followUp>
type FollowUpState = FollowUp['state']
export type FollowUpChange = { state?: FollowUpState; owner?: string | null; note?: string }
