import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { removeExample } from '../api.ts'
import { t } from '../i18n.ts'
import { mayManage, useSession } from '../session.ts'
import { say } from '../toast.ts'

/** Says on every page that these answers are made up, and takes them away again. */
export function ExampleStrip() {
  const session = useSession()
  const navigate = useNavigate()
  const [removing, setRemoving] = createSignal(false)
  const remove = async () => {
    setRemoving(true)
    try {
      await removeExample()
      navigate('/')
      await session.refresh()
    } catch {
      say(t('example.failed'))
    }
    setRemoving(false)
  }

  return (
    <Show when={session.workspace.example}>
      <aside class="strip" aria-label={t('example.strip')}>
        <p>{t('example.strip')}</p>
        <Show when={mayManage(session)}>
          <button type="button" class="link" disabled={removing()} onClick={() => void remove()}>
            {removing() ? t('example.removing') : t('example.remove')}
          </button>
        </Show>
      </aside>
    </Show>
  )
}
