import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import type { Account } from './api.ts'

/** One person: name, address, role, last use, and what can be done. */
export function PersonRow(props: { person: Account; onManage: () => void }) {
  const session = useSession()
  const isMe = () => props.person.id === session.me.id
  const lastSeen = () => {
    const at = props.person.lastSeenAt
    if (at === null) return t('people.neverSeen')
    return t('people.lastSeen', { when: format.ago(locale(), at, Date.now()) })
  }
  const since = () =>
    t('people.deactivatedOn', {
      date: format.instant(locale(), session.workspace.timeZone, props.person.deactivatedAt ?? 0),
    })

  return (
    <li class="people__row">
      <div>
        <bdi class="people__name">{props.person.name}</bdi>
        <Show when={isMe()}>
          {' '}
          <span class="badge">{t('people.you')}</span>
        </Show>
        <Show when={props.person.twoFactor !== 'off' && props.person.twoFactor}>
          {(state) => (
            <>
              {' '}
              <span class="badge">{t(`people.twoFactor.${state()}`)}</span>
            </>
          )}
        </Show>
        <p class="quiet">
          <bdi>{props.person.email}</bdi>
        </p>
      </div>
      <span>{t(`account.roles.${props.person.role}`)}</span>
      <span class="quiet">{props.person.deactivatedAt ? since() : lastSeen()}</span>
      <Show
        when={isMe()}
        fallback={
          <button type="button" class="button" onClick={() => props.onManage()}>
            {t('people.manage')}
            <span class="visually-hidden"> {props.person.name}</span>
          </button>
        }
      >
        <A class="button" href="/account">
          {t('nav.ownAccount')}
        </A>
      </Show>
    </li>
  )
}
