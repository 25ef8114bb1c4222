import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { DatabaseUnusable } from '../../surveys/errors.ts'
import { secretKeyOf, type SecretKey } from './seal.ts'

/** Path of the key file: beside the database, so that copies of the database alone reveal no secret. */
export const keyFileOf = (databaseUrl: string) => `${databaseUrl}.key`

/**
 * Reads the keys of a key file, one a line; the first one seals.
 * @returns none if there is no file
 * @throws DatabaseUnusable if others may read the file, or it holds no keys
 */
export function readKeyFile(path: string): SecretKey[] {
  if (!existsSync(path)) return []
  if (process.platform !== 'win32' && statSync(path).mode & 0o077)
    throw new DatabaseUnusable(`${path}: others can read this key. Run: chmod 600 ${path}`)
  const keys = parseKeys(readFileSync(path, 'utf8').trim())
  if (!keys) throw new DatabaseUnusable(`${path}: does not hold a key of 32 bytes in base64.`)
  return keys
}

/** Creates the file with its first key, unless another process already has. */
export function createKeyFile(path: string, key: SecretKey): void {
  try {
    writeFileSync(path, textOf([key]), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Replaces all keys at once. */
export function replaceKeyFile(path: string, keys: readonly SecretKey[]): void {
  const draft = `${path}.new`
  writeFileSync(draft, textOf(keys), { mode: 0o600, flush: true })
  chmodSync(draft, 0o600)
  renameSync(draft, path)
}

/** Parses keys of 32 bytes in base64, separated by commas or spaces; undefined if one is invalid. */
export function parseKeys(text: string): SecretKey[] | undefined {
  const parts = text.split(/[\s,]+/)
  const valid = parts.every((part) => /^[\w+/-]{43}=?$/.test(part))
  return valid ? parts.map((part) => secretKeyOf(Buffer.from(part, 'base64'))) : undefined
}

const textOf = (keys: readonly SecretKey[]) =>
  keys.map(({ bytes }) => `${bytes.toString('base64')}\n`).join('')
