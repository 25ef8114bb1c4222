import { Show } from 'solid-js'
import { t } from '../i18n.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Title } from '../parts/Title.tsx'
import { WorkspaceForm } from '../parts/WorkspaceForm.tsx'
import { mayManage, useSession } from '../session.ts'

export default function Settings() {
  const session = useSession()
  return (
    <Show
      when={mayManage(session)}
      fallback={<EmptyState title={t('settings.title')} help={t('error.forbidden')} />}
    >
      <Title>{t('settings.title')}</Title>
      <WorkspaceForm />
    </Show>
  )
}
