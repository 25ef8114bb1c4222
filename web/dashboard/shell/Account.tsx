import { A, useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import IconPerson from '~icons/lucide/circle-user-round'
import { signOut } from './api.ts'
import { t } from '../base/i18n.ts'
import { mayManage, useSession } from '../base/session.ts'
import { DisplaySettings } from '../ui/DisplaySettings.tsx'

/** The menu of the signed-in user: display settings and signing out. */
export function Account() {
  const session = useSession()
  const navigate = useNavigate()
  let menu!: HTMLElement
  const leave = async () => {
    await signOut()
    navigate('/sign-in')
  }

  return (
    <div class="account">
      <button type="button" class="nav__link" popovertarget="account" aria-label={t('nav.account')}>
        <IconPerson aria-hidden="true" />
        <span dir="auto">{session.me.name}</span>
      </button>
      <section
        ref={(element) => (menu = element)}
        id="account"
        class="account__menu"
        popover
        aria-label={t('nav.account')}
      >
        <p class="account__who">
          <strong dir="auto">{session.me.name}</strong>
          <span>{session.me.email}</span>
          <span>{t(`account.roles.${session.me.role}`)}</span>
        </p>
        <DisplaySettings />
        <A class="button" href="/account" onClick={() => menu.hidePopover()}>
          {t('nav.ownAccount')}
        </A>
        <Show when={mayManage(session)}>
          <A class="button" href="/settings" onClick={() => menu.hidePopover()}>
            {t('nav.settings')}
          </A>
        </Show>
        <button type="button" class="button" onClick={() => void leave()}>
          {t('account.signOut')}
        </button>
      </section>
    </div>
  )
}
