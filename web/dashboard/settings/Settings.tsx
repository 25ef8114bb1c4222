import { Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Title } from '../ui/Title.tsx'
import { WorkspaceForm } from './WorkspaceForm.tsx'
import { mayManage, useSession } from '../base/session.ts'

export default function Settings() {
  const session = useSession()
  return (
    <Show
      when={mayManage(session)}
      fallback={<EmptyState title={t('nav.settings')} help={t('error.forbidden')} />}
    >
      <Title>{t('nav.settings')}</Title>
      <WorkspaceForm />
    </Show>
  )
}
