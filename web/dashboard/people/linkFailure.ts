import { ApiError } from '../base/client.ts'
import { t } from '../base/i18n.ts'

/** Why no link could be made. */
export function linkFailure(error: unknown): string {
  const status = error instanceof ApiError ? error.status : null
  return status === 409 ? t('people.noAddress') : t('notChanged')
}
