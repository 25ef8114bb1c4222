import { createHmac, randomBytes } from 'node:crypto'

const DAY = 86_400_000

/**
 * Names the group that an address belongs to, the /24 network of an IPv4 address or the /48 of an IPv6
 * one, by a hash under a random key that changes every day and is never stored: nothing leads back to
 * the address, and no two days can be joined.
 * @returns what names the group of an address as `addressOf` gives it, at a time in milliseconds UTC;
 *          empty where the address is not known
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
