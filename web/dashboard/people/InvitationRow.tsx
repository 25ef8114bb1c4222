import { createSignal, Show } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { showToast } from '../base/toast.ts'
import { withdrawInvitation, type Invitation } from './api.ts'

/** An invitation that can still be accepted. */
export function InvitationRow(props: { invitation: Invitation; onWithdrawn: () => void }) {
  const session = useSession()
  const [busy, setBusy] = createSignal(false)
  const title = () => props.invitation.name ?? props.invitation.email ?? t('people.anyone')
  const withdraw = async () => {
    setBusy(true)
    try {
      await withdrawInvitation(props.invitation.id)
      showToast(t('people.withdrawn'))
    } catch {
      showToast(t('notChanged'))
    }
    setBusy(false)
    props.onWithdrawn()
  }

  return (
    <li class="people__row">
      <div>
        <bdi class="people__name">{title()}</bdi>
        <Show when={props.invitation.name && props.invitation.email}>
          <p class="quiet">
            <bdi>{props.invitation.email}</bdi>
          </p>
        </Show>
      </div>
      <span>{t(`account.roles.${props.invitation.role}`)}</span>
      <span class="quiet">
        {t('people.until', {
          date: format.instant(locale(), session.workspace.timeZone, props.invitation.expiresAt),
        })}
      </span>
      <button type="button" class="button" disabled={busy()} onClick={() => void withdraw()}>
        {t('people.withdraw')}
        <span class="visually-hidden"> {title()}</span>
      </button>
    </li>
  )
}
