import { answer, v1, type Result } from '../base/client.ts'

/** Unreviewed floods of suspected responses, latest first. */
export const floods = async (id: string) =>
  (await answer(v1.surveys[':id'].floods.$get({ param: { id } }))).floods
/** Counts or excludes a batch of a flood's responses. Repeat it while any remain. */
export const reviewFlood = (id: string, flood: string, counted: boolean) =>
  answer(v1.surveys[':id'].floods[':flood'].$put({ param: { id, flood }, json: { counted } }))
/** Undoes such a review, also in batches. */
export const undoFlood = (id: string, flood: string) =>
  answer(v1.surveys[':id'].floods[':flood'].review.$delete({ param: { id, flood } }))

export type Flood = Result<typeof floods>[number]
