import { answer, done, post, v1 } from '../base/client.ts'

/** Whether a token opens the set-up, and whether nobody has an account yet. */
export const setup = (token: string) => answer(v1.setup.$get({ query: { token } }))
export const setUp = (json: Record<'token' | 'company' | 'name' | 'email' | 'password', string>) =>
  done(v1.setup.$post({ json }))
export const signIn = (email: string, password: string) =>
  done(post('/api/auth/sign-in/email', { email, password }))
