import { createHmac } from 'node:crypto'

/** HMAC-SHA256 (RFC 2104) of a text, in base64url. */
export function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}
