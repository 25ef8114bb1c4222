import { answer, v1, type Query, type Result } from '../base/client.ts'

export const scores = (id: string, query: Query) =>
  answer(v1.surveys[':id'].scores.$get({ param: { id }, query }))
export const change = (id: string, query: Query) =>
  answer(v1.surveys[':id'].change.$get({ param: { id }, query }))
export const segments = (id: string) => answer(v1.surveys[':id'].segments.$get({ param: { id } }))
export const exclusions = (id: string, query: Query) =>
  answer(v1.surveys[':id'].exclusions.$get({ param: { id }, query }))
export const annotations = (id: string) =>
  answer(v1.surveys[':id'].annotations.$get({ param: { id } }))

export type Change = Result<typeof change>
export type Cause = Change['causes'][string]
export type Comparison = Change['change']
export type Annotations = Result<typeof annotations>
export type Annotation = Annotations['annotations'][number]
