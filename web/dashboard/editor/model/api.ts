import type { SurveyDraft } from '../../../../surveys/definition.ts'
import { answer, done, v1, type Result } from '../../base/client.ts'
import { base } from '../../base/path.ts'

/** @throws ApiError 409 if somebody else has saved the survey since that revision */
export const saveDraft = (
  id: string,
  json: { revision: number; definition: SurveyDraft; name?: string },
  keepalive: boolean,
) => answer(v1.surveys[':id'].draft.$put({ param: { id }, json }, { init: { keepalive } }))
/** The address of the preview, to which a form is posted. */
export const previewAddress = (id: string) => `${base}/api/v1/surveys/${id}/preview`
/** The page's compressed size, the logo's part of it, and the room for a logo; in bytes. */
export const weigh = (id: string, definition: SurveyDraft) =>
  answer(v1.surveys[':id'].weight.$post({ param: { id }, json: { definition } }))
export const versions = async (id: string) =>
  (await answer(v1.surveys[':id'].versions.$get({ param: { id } }))).versions
/** Reports that the user is editing, and returns the other editors. */
export const reportEditing = async (id: string) =>
  (await answer(v1.surveys[':id'].editors.me.$put({ param: { id } }))).others
export const stopEditing = (id: string) =>
  done(v1.surveys[':id'].editors.me.$delete({ param: { id } }, { init: { keepalive: true } }))
export const copySurvey = (json: { copyOf: string; name: string }) =>
  answer(v1.surveys.$post({ json }))
export const eraseTests = async (id: string) =>
  (await answer(v1.surveys[':id']['test-responses'].$delete({ param: { id } }))).erased

export type OtherEditor = Result<typeof reportEditing>[number]
