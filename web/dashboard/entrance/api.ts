import { answer, done, post, v1 } from '../base/client.ts'

/** Whether a token opens the setup, and whether the first account is still needed. */
export const setup = (token: string) => answer(v1.setup.$get({ query: { token } }))
export const setUp = (json: Record<'token' | 'company' | 'name' | 'email' | 'password', string>) =>
  done(v1.setup.$post({ json }))
export const signIn = (email: string, password: string) =>
  done(post('/api/auth/sign-in/email', { email, password }))
