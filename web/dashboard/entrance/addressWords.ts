import { ApiError } from '../base/client.ts'
import { t } from '../base/i18n.ts'

/** What to say when the server is set up for another address than the open one; else undefined. */
export function addressRefusal(error: unknown): string | undefined {
  if (!(error instanceof ApiError) || error.publicUrl === undefined) return undefined
  const opened = location.origin
  return error.publicUrl === null
    ? t('signIn.unknownAddress', { opened })
    : t('signIn.otherAddress', { address: error.publicUrl, opened })
}
