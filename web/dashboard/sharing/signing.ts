import type { LinkRequest } from './api.ts'
import { PLACEHOLDER, type Property } from './address.ts'

/** @param language one of the survey's; '' for the respondent's own */
export function linkRequest(rows: Property[], language: string, singleUse: boolean): LinkRequest {
  const valueOf = (name: string) => rows.find((row) => row.name === name)?.value
  const [id, email, name] = CUSTOMER.map(valueOf)
  const properties = rows.filter((row) => !CUSTOMER.includes(row.name))
  return {
    properties: Object.fromEntries(properties.map(({ name, value }) => [name, value])),
    ...((id || email || name) && {
      customer: { ...(id && { id }), ...(email && { email }), ...(name && { name }) },
    }),
    ...(language && { language }),
    singleUse,
  }
}

/** Whether a value has a placeholder; filling it in would break the signature. */
export const hasPlaceholder = (rows: Property[]) =>
  rows.some(({ value }) => PLACEHOLDER.test(value))

/** Parameters that identify the customer. */
const CUSTOMER = ['customer', 'email', 'name']
