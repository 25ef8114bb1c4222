import { people, type Person } from '../base/api.ts'
import { answer, done, v1, type Result } from '../base/client.ts'

/** A person as admins see them. */
export type Account = Required<Person>
export type Role = Person['role']

const person = v1.people[':id']

export const accounts = async () => (await people()) as Account[]

export const changePerson = (
  id: string,
  json: { role?: Role; active?: boolean; handOverTo?: string | null },
) => answer(person.$patch({ param: { id }, json }))

export const createResetLink = (id: string) => answer(person['reset-link'].$post({ param: { id } }))

export const resetTwoFactor = (id: string) => done(person['two-factor'].$delete({ param: { id } }))

export const invitations = async () => (await answer(v1.invitations.$get())).invitations
export const invite = (json: { role: Role; email?: string; name?: string }) =>
  answer(v1.invitations.$post({ json }))
export const withdrawInvitation = (id: string) =>
  done(v1.invitations[':id'].$delete({ param: { id } }))

export type Invitation = Result<typeof invitations>[number]
export type AccountLink = Result<typeof invite>
