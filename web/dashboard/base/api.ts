import { answer, v1, type Answer, type Result } from './client.ts'

export const me = async () => {
  const { role, ...rest } = await answer(v1.me.$get())
  // Only a key has no role.
  return { ...rest, role: role! }
}
export const workspace = () => answer(v1.workspace.$get())
export const people = async () => (await answer(v1.people.$get())).people
/** People who can own a case; for admins, all people. */
export const owners = async () =>
  (await people()).filter(({ role, deactivatedAt }) => role !== 'viewer' && !deactivatedAt)
export const surveys = async () => (await answer(v1.surveys.$get())).surveys

export type Me = Result<typeof me>
export type Workspace = Result<typeof workspace>
export type Person = Result<typeof people>[number]
export type Survey = Result<typeof surveys>[number]
export type Scores = Answer<(typeof v1.surveys)[':id']['scores']['$get']>
export type Score = Scores['total']
export type GroupScore = Scores['segments'][string][string]
export type Period = Scores['periods'][number]
