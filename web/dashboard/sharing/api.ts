import { answer, v1 } from '../base/client.ts'
import type { Survey } from '../base/api.ts'

/** What is asked of the server for one signed link (docs/links.md). */
export type LinkRequest = {
  properties: Record<string, string>
  customer?: { id?: string; email?: string; name?: string }
  language?: string
  singleUse: boolean
}
/** Links that say what nobody can change, in the order asked for. */
export const signLinks = async (id: string, links: LinkRequest[]) =>
  (await answer(v1.surveys[':id'].links.$post({ param: { id }, json: { links } }))).links.map(
    ({ url }) => url,
  )
/** How many answers came lately by links whose signature does not fit. */
export const linkSignatures = (id: string) =>
  answer(v1.surveys[':id']['link-signatures'].$get({ param: { id } }))

/** One whose address is known, so that it can be handed on. */
export type SharedSurvey = Survey & { url: string }
