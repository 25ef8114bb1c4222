import { A, useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { ApiError } from '../base/client.ts'
import { belowBase } from '../base/path.ts'
import { t } from '../base/i18n.ts'
import { isMissingFile } from '../base/missingFile.ts'
import { refusalsInWords } from '../base/refusals.ts'

/** An error with its reason and what to do next. */
export function ErrorState(props: { error: unknown; retry: () => void }) {
  const location = useLocation()
  const status = () => (props.error instanceof ApiError ? props.error.status : null)
  const refusals = () => refusalsInWords(props.error, new URLSearchParams(location.search))
  const reason = () => {
    switch (status()) {
      case null:
        return isMissingFile(props.error) ? t('error.updated') : t('error.offline')
      case 400:
        return refusals().join(' ') || t('error.filter')
      case 401:
        return t('error.signedOut')
      case 403:
        return t('error.forbidden')
      case 404:
        return t('error.missing')
      case 429:
        return t('error.busy')
      default:
        return t('error.server')
    }
  }
  const signIn = () =>
    `/sign-in?back=${encodeURIComponent(belowBase(location.pathname) + location.search)}`

  return (
    <div class="page-state" role="alert">
      <h2 class="page-state__title">{t(status() === 403 ? 'error.noAccess' : 'error.title')}</h2>
      <p>{reason()}</p>
      <Show
        when={status() === 401}
        fallback={
          <Show when={![400, 403, 404].includes(status()!)}>
            <button type="button" class="button" onClick={() => props.retry()}>
              {t('error.retry')}
            </button>
          </Show>
        }
      >
        <A class="button" href={signIn()}>
          {t('account.signIn')}
        </A>
      </Show>
    </div>
  )
}
