import { answer, done, v1, type Query, type Result } from '../base/client.ts'

export const responses = (id: string, query: Query) =>
  answer(v1.surveys[':id'].responses.$get({ param: { id }, query }))
export const answerOptions = async (id: string) =>
  (await answer(v1.surveys[':id']['answer-options'].$get({ param: { id } }))).questions
export const excludeResponse = (id: string) =>
  done(v1.responses[':id'].exclusion.$put({ param: { id } }))
export const includeResponse = (id: string) =>
  done(v1.responses[':id'].exclusion.$delete({ param: { id } }))

export type SurveyResponse = Result<typeof responses>['responses'][number]
/** A response in full, with the customer's other ones. */
export const readResponse = (id: string) => answer(v1.responses[':id'].$get({ param: { id } }))
export const listTags = async (id: string) =>
  (await answer(v1.surveys[':id'].tags.$get({ param: { id } }))).tags
/** @throws ApiError if a tag can't be used */
export const setTags = async (id: string, tags: string[]) =>
  (await answer(v1.responses[':id'].tags.$put({ param: { id }, json: { tags } }))).response
export const changeTags = (id: string, json: TagChange) =>
  done(v1.surveys[':id']['tag-changes'].$post({ param: { id }, json }))

type TagChange = { responses: string[]; add: string[]; remove: string[] }
export type ResponseDetail = Result<typeof readResponse>
