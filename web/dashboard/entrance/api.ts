import { answer, done, post, v1 } from '../base/client.ts'

/** Whether a token opens the setup, and whether the first account is still needed. */
export const setup = (token: string) => answer(v1.setup.$get({ query: { token } }))
export const setUp = (json: Record<'token' | 'company' | 'name' | 'email' | 'password', string>) =>
  done(v1.setup.$post({ json }))
/** @param code of the account's second factor, if it has one */
export const signIn = (json: { email: string; password: string; code?: string }) =>
  done(post('/api/auth/sign-in/email', json))

/** What an invitation or reset link is for. */
export const accountLink = (token: string) =>
  answer(v1['account-links'][':token'].$get({ param: { token } }))
/** Joins, or sets the password; signs in unless that takes a second factor. */
export const followAccountLink = (
  token: string,
  json: { name?: string; email?: string; password: string },
) => answer(v1['account-links'][':token'].$post({ param: { token }, json }))
