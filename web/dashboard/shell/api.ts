import { done, post, v1 } from '../base/client.ts'

export const removeExample = () => done(v1['example-data'].$delete())
export const signOut = () => done(post('/api/auth/sign-out', {}))
