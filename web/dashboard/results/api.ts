import { answer, v1, type Query, type Result } from '../base/client.ts'

export const results = (id: string, query: Query) =>
  answer(v1.surveys[':id'].results.$get({ param: { id }, query }))
export const resultPeriods = (id: string, query: Query) =>
  answer(v1.surveys[':id'].results.periods.$get({ param: { id }, query }))
export const resultGroups = (id: string, query: Query & { split: string }) =>
  answer(v1.surveys[':id'].results.groups.$get({ param: { id }, query }))

export type Results = Result<typeof results>
export type QuestionResult = Results['questions'][number]
export type OptionResult = QuestionResult['options'][number]
export type Effect = NonNullable<OptionResult['effect']>
export type ResultPeriods = Result<typeof resultPeriods>
export type ResultGroups = Result<typeof resultGroups>
