import { createKeyFile, keyFileOf, readKeyFile } from './keyFile.ts'
import { keyIdOf, newSecretKey, seal, unseal, type SecretKey } from './seal.ts'

/** Seals and opens the secrets of one database. */
export type Secrets = {
  /** Creates the key file on first need. */
  seal(about: string, secret: string): string
  /** Returns null if the key that sealed it is missing. */
  open(about: string, sealed: string): string | null
  /** Whether the key that sealed it is available. */
  canOpen(sealed: string): boolean
}

/**
 * Opens a database's secrets with the keys of SECRET_KEY, or else of its key file. Reads the file at
 * each use, since a command may rotate it while the server runs.
 * @throws DatabaseUnusable if the key file can't be used
 */
export function openSecrets(databaseUrl: string, configured?: readonly SecretKey[]): Secrets {
  const file = keyFileOf(databaseUrl)
  const keys = () => configured ?? readKeyFile(file)
  keys()
  return {
    seal(about, secret) {
      if (!keys().length) createKeyFile(file, newSecretKey())
      return seal(keys()[0]!, about, secret)
    },
    open: (about, sealed) => unseal(keys(), about, sealed),
    canOpen: (sealed) => keys().some(({ id }) => id === keyIdOf(sealed)),
  }
}
