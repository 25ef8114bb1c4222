import { answer, v1, type Result } from '../base/client.ts'

/** What the counted answers may be grouped by, hidden or not. */
export const properties = (id: string) =>
  answer(v1.surveys[':id'].properties.$get({ param: { id } }))
/** Hides a property or one of its values, or shows it; the count that follows goes on behind. */
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
