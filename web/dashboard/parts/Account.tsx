import { useNavigate } from '@solidjs/router'
import IconPerson from '~icons/lucide/circle-user-round'
import { signOut } from '../api.ts'
import { t } from '../i18n.ts'
import { useSession } from '../session.ts'
import { DisplaySettings } from './DisplaySettings.tsx'

/** Who is signed in, and how they want to see things. */
export function Account() {
  const session = useSession()
  const navigate = useNavigate()
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
      <section id="account" class="account__menu" popover aria-label={t('nav.account')}>
        <p class="account__who">
          <strong dir="auto">{session.me.name}</strong>
          <span>{session.me.email}</span>
          <span>{t(`account.roles.${session.me.role}`)}</span>
        </p>
        <DisplaySettings />
        <button type="button" class="button" onClick={() => void leave()}>
          {t('account.signOut')}
        </button>
      </section>
    </div>
  )
}
