import { answer, done, v1, type Result } from '../base/client.ts'

export const rename = (name: string) => done(v1.me.$patch({ json: { name } }))
/** Ends all other sessions. */
export const changePassword = (json: { current: string; new: string }) =>
  done(v1.me.password.$put({ json }))
export const sessions = async () => (await answer(v1.me.sessions.$get())).sessions
export const endSession = (id: string) => done(v1.me.sessions[':id'].$delete({ param: { id } }))
export const endOtherSessions = () => done(v1.me.sessions.$delete())

export const twoFactor = () => answer(v1.me['two-factor'].$get())
export const beginTwoFactor = (password: string) =>
  answer(v1.me['two-factor'].$post({ json: { password } }))
export const confirmTwoFactor = (code: string) =>
  answer(v1.me['two-factor'].$put({ json: { code } }))
export const removeTwoFactor = (password: string) =>
  done(v1.me['two-factor'].removal.$post({ json: { password } }))
export const newRecoveryCodes = (password: string) =>
  answer(v1.me['recovery-codes'].$post({ json: { password } }))

export type SetUp = Result<typeof beginTwoFactor>
export type Session = Result<typeof sessions>[number]
