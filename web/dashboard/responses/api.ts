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
