import { A, useLocation, type RouteSectionProps } from '@solidjs/router'
import { Show, Suspense } from 'solid-js'
import { t } from '../base/i18n.ts'
import { mayManage, useSession } from '../base/session.ts'
import { NoAccess } from '../ui/EmptyState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Title } from '../ui/Title.tsx'

/** The settings of the workspace, each part with an address of its own. */
export default function Settings(props: RouteSectionProps) {
  const session = useSession()
  const location = useLocation()
  return (
    <Show when={mayManage(session)} fallback={<NoAccess />}>
      <Title subject={location.pathname}>{t('nav.settings')}</Title>
      <nav class="tabs" aria-label={t('nav.settings')}>
        <A class="tab" href="/settings" end>
          {t('settings.tabs.workspace')}
        </A>
        <A class="tab" href="/settings/people">
          {t('settings.tabs.people')}
        </A>
        <A class="tab" href="/settings/api-keys">
          {t('settings.tabs.apiKeys')}
        </A>
        <A class="tab" href="/settings/imports">
          {t('settings.tabs.imports')}
        </A>
        <A class="tab" href="/settings/audit-log">
          {t('settings.tabs.auditLog')}
        </A>
      </nav>
      <Suspense fallback={<Skeleton shape="list" />}>{props.children}</Suspense>
    </Show>
  )
}
