import type { SurveyDraft } from '../../../../surveys/definition.ts'
import { answer, done, v1, type Result } from '../../base/client.ts'
import { base } from '../../base/path.ts'

/** @throws ApiError 409 when somebody else saved the survey since that revision */
export const saveDraft = (
  id: string,
  json: { revision: number; definition: SurveyDraft; name?: string },
  keepalive: boolean,
) => answer(v1.surveys[':id'].draft.$put({ param: { id }, json }, { init: { keepalive } }))
/** Where a form is posted to that asks for the page as it would be. */
export const previewAddress = (id: string) => `${base}/api/v1/surveys/${id}/preview`
/** What the page would weigh as it travels, and how much of that is for a logo; all in bytes. */
export const weigh = (id: string, definition: SurveyDraft) =>
  answer(v1.surveys[':id'].weight.$post({ param: { id }, json: { definition } }))
export const versions = async (id: string) =>
  (await answer(v1.surveys[':id'].versions.$get({ param: { id } }))).versions
/** Says that one edits, and hears who else does. */
export const editing = async (id: string) =>
  (await answer(v1.surveys[':id'].editors.me.$put({ param: { id } }))).others
export const notEditing = (id: string) =>
  done(v1.surveys[':id'].editors.me.$delete({ param: { id } }, { init: { keepalive: true } }))
export const copySurvey = (json: { copyOf: string; name: string }) =>
  answer(v1.surveys.$post({ json }))
export const eraseTests = async (id: string) =>
  (await answer(v1.surveys[':id']['test-responses'].$delete({ param: { id } }))).erased

export type OtherEditor = Result<typeof editing>[number]
