import { answer, v1 } from '../base/client.ts'

/** A new time zone recounts every answer; resolves when that is done. */
export const changeWorkspace = (json: { name: string; timeZone: string }) =>
  answer(v1.workspace.$patch({ json }))
