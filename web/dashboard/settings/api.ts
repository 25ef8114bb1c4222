import { answer, v1 } from '../base/client.ts'

/** Another time zone counts every answer anew, and resolves when that is done. */
export const changeWorkspace = (json: { name: string; timeZone: string }) =>
  answer(v1.workspace.$patch({ json }))
