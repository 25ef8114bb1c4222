import { ApiError } from '../base/client.ts'
import { t } from '../base/i18n.ts'

/** Explains that the dashboard was opened at another address than PUBLIC_URL; undefined for other errors. */
export function addressRefusal(error: unknown): string | undefined {
  if (!(error instanceof ApiError) || error.publicUrl === undefined) return undefined
  const opened = location.origin
  return error.publicUrl === null
    ? t('signIn.unknownAddress', { opened })
    : t('signIn.otherAddress', { address: error.publicUrl, opened })
}
