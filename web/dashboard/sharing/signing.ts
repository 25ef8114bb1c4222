import type { LinkRequest } from './api.ts'
import { PLACEHOLDER, type Property } from './address.ts'

/** @param language of the survey's; '' for the reader's own */
export function linkRequest(said: Property[], language: string, singleUse: boolean): LinkRequest {
  const valueOf = (name: string) => said.find((each) => each.name === name)?.value
  const [id, email, name] = CUSTOMER.map(valueOf)
  const properties = said.filter((each) => !CUSTOMER.includes(each.name))
  return {
    properties: Object.fromEntries(properties.map(({ name, value }) => [name, value])),
    ...((id || email || name) && {
      customer: { ...(id && { id }), ...(email && { email }), ...(name && { name }) },
    }),
    ...(language && { language }),
    singleUse,
  }
}

/** Whether something in it is still to be filled in, which would break a signature. */
export const isOpen = (said: Property[]) => said.some(({ value }) => PLACEHOLDER.test(value))

/** The names that say whom a link is for. */
const CUSTOMER = ['customer', 'email', 'name']
