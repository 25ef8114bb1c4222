import { answer, v1 } from '../base/client.ts'
import type { Survey } from '../base/api.ts'

/** The request for one signed link (docs/links.md). */
export type LinkRequest = {
  properties: Record<string, string>
  customer?: { id?: string; email?: string; name?: string }
  language?: string
  singleUse: boolean
}
/** Signs links, in the order of the requests. */
export const signLinks = async (id: string, links: LinkRequest[]) =>
  (await answer(v1.surveys[':id'].links.$post({ param: { id }, json: { links } }))).links.map(
    ({ url }) => url,
  )
/** How many recent answers came by links with an invalid signature. */
export const linkSignatures = (id: string) =>
  answer(v1.surveys[':id']['link-signatures'].$get({ param: { id } }))

/** A survey with a known address. */
export type SharedSurvey = Survey & { url: string }
