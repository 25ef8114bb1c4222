import { A, useParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import { LINK_ENDED } from '../../../surveys/problemTypes.ts'
import { ApiError } from '../base/client.ts'
import { t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { AccountLinkForm } from './AccountLinkForm.tsx'
import { accountLink } from './api.ts'
import { Gate } from './Gate.tsx'

/** Where an invited person joins, or someone sets a new password. */
export default function AccountLink() {
  const params = useParams<{ token: string }>()
  const link = createLoad(() => params.token, accountLink)
  const ended = () => {
    const { error } = link.resource
    return error instanceof ApiError && [404, 410].includes(error.status) ? error : null
  }
  const title = () => {
    if (link.resource.error) return t('accountLink.ended')
    const found = link.resource.latest
    if (!found) return 'Ohlas'
    return found.kind === 'invite'
      ? t('accountLink.join', { company: found.company })
      : t('accountLink.reset')
  }

  return (
    <Gate title={title()}>
      <Switch
        fallback={
          <Loaded of={link} skeleton={<Skeleton shape="list" />}>
            {(found) => (
              <AccountLinkForm token={params.token} link={found()} onEnded={link.again} />
            )}
          </Loaded>
        }
      >
        <Match when={ended()}>
          {(error) => (
            <>
              <p>{reason(error())}</p>
              <A class="button" href="/sign-in">
                {t('account.signIn')}
              </A>
            </>
          )}
        </Match>
      </Switch>
    </Gate>
  )
}

function reason({ type }: ApiError): string {
  switch (type) {
    case LINK_ENDED.used:
      return t('accountLink.used')
    case LINK_ENDED.expired:
      return t('accountLink.expired')
    case LINK_ENDED.withdrawn:
      return t('accountLink.withdrawn')
    default:
      return t('accountLink.unknown')
  }
}
