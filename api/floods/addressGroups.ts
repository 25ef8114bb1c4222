import { createHmac, randomBytes } from 'node:crypto'
import { DAY } from '../../surveys/durations.ts'

/**
 * Returns a function that names an address's group (IPv4 /24 or IPv6 /48) by a hash under a random key
 * that changes daily and is never stored. The name can't be traced to the address or linked across
 * days.
 * @returns the group of an address from `addressOf` at a time in milliseconds UTC; empty if the address
 *   is unknown
 */
export function nameAddressGroups(): (address: string, now: number) => string {
  let day: number | undefined
  let key = randomBytes(32)
  return (address, now) => {
    if (!address) return ''
    const today = Math.floor(now / DAY)
    if (today !== day) {
      day = today
      key = randomBytes(32)
    }
    return createHmac('sha256', key).update(networkOf(address)).digest('base64')
  }
}

function networkOf(address: string): string {
  const separator = address.includes(':') ? ':' : '.'
  return address.split(separator, 3).join(separator)
}
