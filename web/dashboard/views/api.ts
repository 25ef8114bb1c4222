import type { ViewedPage } from '../../../surveys/views.ts'
import { answer, done, v1, type Result } from '../base/client.ts'

/** The page whose views these are; trends have those of their survey. */
export type PageOfViews = { page: ViewedPage; survey?: string }

export const views = async (query: PageOfViews) => (await answer(v1.views.$get({ query }))).views
export const addView = (json: PageOfViews & { name: string; search: string; shared: boolean }) =>
  answer(v1.views.$post({ json }))
export const changeView = (
  id: string,
  json: { name?: string; search?: string; shared?: boolean },
) => done(v1.views[':id'].$patch({ param: { id }, json }))
export const removeView = (id: string) => done(v1.views[':id'].$delete({ param: { id } }))

export type View = Result<typeof views>[number]
