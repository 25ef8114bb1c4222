import { answer, v1, type Query, type Result } from '../base/client.ts'

export const templates = async () => (await answer(v1.templates.$get())).templates
export const createSurvey = (json: {
  template: Template['id']
  name: string
  languages: string[]
}) => answer(v1.surveys.$post({ json }))
/** A survey with what is being written of it, and what is published. */
export const readDraft = (id: string) => answer(v1.surveys[':id'].$get({ param: { id } }))
/**
 * Makes the draft live as it was seen, or what was asked last.
 * @throws ApiError 409 when that is another one by now
 */
export const publish = (id: string, json: { revision: number } | { version: number }) =>
  answer(v1.surveys[':id'].publication.$put({ param: { id }, json }))
export const pause = (id: string) =>
  answer(v1.surveys[':id'].publication.$delete({ param: { id } }))
export const countResponses = async (id: string, query: Query) =>
  (await answer(v1.surveys[':id'].responses.count.$get({ param: { id }, query }))).n
/** How many answers are kept apart; 0 where that can't be read now. */
export const countExcluded = (id: string) =>
  countResponses(id, { state: 'excluded' }).catch(() => 0)

export type Template = Result<typeof templates>[number]
export type SurveyDetail = Result<typeof readDraft>
