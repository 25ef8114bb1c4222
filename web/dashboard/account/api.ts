import { answer, done, v1, type Result } from '../base/client.ts'

export const rename = (name: string) => done(v1.me.$patch({ json: { name } }))
/** Ends all other sessions. */
export const changePassword = (json: { current: string; new: string }) =>
  done(v1.me.password.$put({ json }))
export const sessions = async () => (await answer(v1.me.sessions.$get())).sessions
export const endSession = (id: string) => done(v1.me.sessions[':id'].$delete({ param: { id } }))
export const endOtherSessions = () => done(v1.me.sessions.$delete())

export type Session = Result<typeof sessions>[number]
