import { Show } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import type { ApiKey } from './api.ts'
import { lastDayOf } from './lastDay.ts'

/** One key: name, first characters, scopes, creator, last use and end. */
export function KeyRow(props: { of: ApiKey; onRevoke?: () => void }) {
  const session = useSession()
  const day = (at: number) => format.instant(locale(), session.workspace.timeZone, at)
  const used = () => {
    const at = props.of.lastUsedAt
    if (at === null) return t('apiKeys.neverUsed')
    return t('apiKeys.used', { when: format.ago(locale(), at, Date.now()) })
  }
  const end = () => {
    const { revokedAt, expiresAt } = props.of
    if (revokedAt !== null) return t('apiKeys.revokedOn', { date: day(revokedAt) })
    if (expiresAt === null) return t('apiKeys.noEnd')
    const isOver = expiresAt <= Date.now()
    const date = lastDayOf(expiresAt, session.workspace)
    return t(isOver ? 'apiKeys.expiredOn' : 'apiKeys.until', { date })
  }

  return (
    <li class="api-keys__row">
      <div>
        <bdi class="api-keys__name">{props.of.name}</bdi>
        <Show when={props.of.hint}>
          {(hint) => (
            <>
              {' '}
              <code class="quiet" dir="ltr">
                {hint()}…
              </code>
            </>
          )}
        </Show>
        <p class="quiet">
          {props.of.scopes.map((scope) => t(`apiKeys.scopes.${scope}`)).join(' · ')}
        </p>
      </div>
      <div class="api-keys__facts quiet">
        <p>{used()}</p>
        <p>{end()}</p>
        <p>
          <Show when={props.of.createdBy} fallback={t('apiKeys.byCommand')}>
            {(name) => t('apiKeys.by', { name: name() })}
          </Show>
        </p>
      </div>
      <Show when={props.onRevoke}>
        {(revoke) => (
          <button type="button" class="button" onClick={() => revoke()()}>
            {t('apiKeys.revoke')}
            <span class="visually-hidden"> {props.of.name}</span>
          </button>
        )}
      </Show>
    </li>
  )
}
