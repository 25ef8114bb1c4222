import { answer, done, v1, type Result } from '../base/client.ts'

export const overview = () => answer(v1.overview.$get())
export const loadExample = () => done(v1['example-data'].$post())

export type Overview = Result<typeof overview>
