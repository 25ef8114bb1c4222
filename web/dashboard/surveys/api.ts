import { answer, v1, type Query, type Result } from '../base/client.ts'

export const templates = async () => (await answer(v1.templates.$get())).templates
export const createSurvey = (json: {
  template: Template['id']
  name: string
  languages: string[]
}) => answer(v1.surveys.$post({ json }))
export const copySurvey = (json: { copyOf: string; name: string }) =>
  answer(v1.surveys.$post({ json }))
/** A survey with its draft and its published version. */
export const readDraft = (id: string) => answer(v1.surveys[':id'].$get({ param: { id } }))
/**
 * Publishes the draft, or resumes the last version.
 * @throws ApiError 409 if the revision or version is no longer the current one
 */
export const publish = (id: string, json: { revision: number } | { version: number }) =>
  answer(v1.surveys[':id'].publication.$put({ param: { id }, json }))
export const pause = (id: string) =>
  answer(v1.surveys[':id'].publication.$delete({ param: { id } }))
export const archive = (id: string) => answer(v1.surveys[':id'].archive.$put({ param: { id } }))
export const restore = (id: string) => answer(v1.surveys[':id'].archive.$delete({ param: { id } }))
/** Each published survey's score over the last weeks, by its id. */
export const readScores = async () =>
  new Map((await answer(v1.overview.$get())).surveys.map((card) => [card.survey.id, card]))
export const countResponses = (id: string, query: Query) =>
  answer(v1.surveys[':id'].responses.count.$get({ param: { id }, query }))
/** The number of excluded responses; 0 if it can't be loaded. */
export const countExcluded = (id: string) =>
  countResponses(id, { state: 'excluded' }).then(
    ({ n }) => n,
    () => 0,
  )

export type Template = Result<typeof templates>[number]
export type SurveyScores = Result<typeof readScores>
export type SurveyDetail = Result<typeof readDraft>
