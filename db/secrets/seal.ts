import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** A key for secrets: 32 bytes, and an id by which a sealed secret names it. */
export type SecretKey = { id: string; bytes: Buffer }

const ALGORITHM = 'aes-256-gcm'
const [NONCE, TAG] = [12, 16]

export const newSecretKey = () => secretKeyOf(randomBytes(32))

export function secretKeyOf(bytes: Buffer): SecretKey {
  return {
    bytes,
    id: createHash('sha256').update('id of ').update(bytes).digest('hex').slice(0, 8),
  }
}

/**
 * Encrypts a secret that the server must read back.
 * @param about purpose and owner of the secret, such as `two-factor USER`; the same is needed to open
 *   it
 * @returns the key's id, a dot, and the nonce, ciphertext and tag in base64url
 */
export function seal(key: SecretKey, about: string, secret: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(ALGORITHM, key.bytes, nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final()])
  return `${key.id}.${Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64url')}`
}

/**
 * Decrypts what `seal` returned.
 * @returns null if none of the keys sealed it, or `about` or the text differ
 */
export function unseal(keys: readonly SecretKey[], about: string, sealed: string): string | null {
  const key = keys.find(({ id }) => id === keyIdOf(sealed))
  if (!key) return null
  const bytes = Buffer.from(sealed.slice(sealed.indexOf('.') + 1), 'base64url')
  if (bytes.length < NONCE + TAG) return null
  try {
    const decipher = createDecipheriv(ALGORITHM, key.bytes, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(-TAG))
    const text = decipher.update(bytes.subarray(NONCE, -TAG))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** Returns the id of the key that sealed a secret. */
export const keyIdOf = (sealed: string) => sealed.slice(0, sealed.indexOf('.'))
