import type { WatchRules } from '../../../surveys/watching/rules.ts'
import { answer, v1, type Result } from '../base/client.ts'

export const shifts = (id: string, query: { question?: string }) =>
  answer(v1.surveys[':id'].shifts.$get({ param: { id }, query }))
export const baseline = (id: string, query: { question?: string }) =>
  answer(v1.surveys[':id'].baseline.$get({ param: { id }, query }))
export const setBaseline = (id: string, json: { question?: string; from: string; to?: string }) =>
  answer(v1.surveys[':id'].baseline.$put({ param: { id }, json }))
export const watch = (id: string, query: { question?: string }) =>
  answer(v1.surveys[':id'].watch.$get({ param: { id }, query }))
export const saveWatch = (id: string, json: WatchRules & { question: string }) =>
  answer(v1.surveys[':id'].watch.$put({ param: { id }, json }))
export const alerts = async () => (await answer(v1.alerts.$get())).alerts
/** Sent with keepalive, so that it arrives even if the page is closed. */
export const acknowledgeAlert = (id: string) =>
  answer(v1.alerts[':id'].acknowledgement.$put({ param: { id } }, { init: { keepalive: true } }))
export const restoreAlert = (id: string) =>
  answer(v1.alerts[':id'].acknowledgement.$delete({ param: { id } }))

export type Shift = Result<typeof shifts>['shifts'][number]
export type Watch = Result<typeof watch>
export type Alert = Result<typeof alerts>[number]
