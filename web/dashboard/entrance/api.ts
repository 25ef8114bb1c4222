import { answer, done, post, v1 } from '../base/client.ts'

/** Whether a token opens the setup, and whether the first account is still needed. */
export const setup = (token: string) => answer(v1.setup.$get({ query: { token } }))
export const setUp = (json: Record<'token' | 'company' | 'name' | 'email' | 'password', string>) =>
  done(v1.setup.$post({ json }))
export const signIn = (email: string, password: string) =>
  done(post('/api/auth/sign-in/email', { email, password }))

/** What an invitation or reset link is for. */
export const accountLink = (token: string) =>
  answer(v1['account-links'][':token'].$get({ param: { token } }))
/** Joins, or sets the password; signs in. */
export const followAccountLink = (
  token: string,
  json: { name?: string; email?: string; password: string },
) => done(v1['account-links'][':token'].$post({ param: { token }, json }))
