import { answer, v1, type Result } from '../base/client.ts'

/** The properties of the counted answers, hidden ones included. */
export const properties = (id: string) =>
  answer(v1.surveys[':id'].properties.$get({ param: { id } }))
/** Hides or shows a property or one of its values; the recount runs in the background. */
export const hideProperty = (
  id: string,
  property: string,
  json: { hidden: boolean; value?: string | undefined },
) =>
  answer(
    v1.surveys[':id'].properties[':property'].$put({
      param: { id, property: encodeURIComponent(property) },
      json,
    }),
  )

export type Properties = Result<typeof properties>
