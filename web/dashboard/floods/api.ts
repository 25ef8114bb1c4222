import { answer, v1, type Result } from '../base/client.ts'

/** Answers that look automatic and came together, which nobody has reviewed yet; the latest first. */
export const floods = async (id: string) =>
  (await answer(v1.surveys[':id'].floods.$get({ param: { id } }))).floods
/** Counts or excludes some hundred of a flood's answers; to be sent again while any remain. */
export const reviewFlood = (id: string, flood: string, counted: boolean) =>
  answer(v1.surveys[':id'].floods[':flood'].$put({ param: { id, flood }, json: { counted } }))
/** Takes such a decision back, some hundred answers at a time. */
export const undoFlood = (id: string, flood: string) =>
  answer(v1.surveys[':id'].floods[':flood'].review.$delete({ param: { id, flood } }))

export type Flood = Result<typeof floods>[number]
