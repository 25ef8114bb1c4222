import { useLocation, useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { removeExample } from './api.ts'
import { t } from '../base/i18n.ts'
import { belowBase } from '../base/path.ts'
import { mayManage, useSession } from '../base/session.ts'
import { showToast } from '../base/toast.ts'

/** A banner that marks example data where it is shown, and can remove it. */
export function ExampleStrip() {
  const session = useSession()
  const navigate = useNavigate()
  const location = useLocation()
  /** Lists that mix surveys show example data; a survey's own pages do if it is an example. */
  const isShown = () => {
    const [, page = '', id = ''] = belowBase(location.pathname).split('/')
    const survey = page === 'surveys' && session.surveys.find((each) => each.id === id)
    if (survey) return survey.example
    return (
      session.workspace.example &&
      (page === '' || page === 'follow-ups' || (page === 'surveys' && !id))
    )
  }
  const [removing, setRemoving] = createSignal(false)
  const [asking, setAsking] = createSignal(false)
  const remove = async () => {
    setRemoving(true)
    try {
      await removeExample()
      navigate('/')
      await session.refresh()
    } catch {
      showToast(t('example.failed'))
    }
    setRemoving(false)
    setAsking(false)
  }

  return (
    <Show when={isShown()}>
      <aside class="example-strip" aria-label={t('example.strip')}>
        <p>{t(asking() ? 'example.sure' : 'example.strip')}</p>
        <Show when={mayManage(session)}>
          <Show
            when={asking()}
            fallback={
              <button type="button" class="link" onClick={() => setAsking(true)}>
                {t('example.remove')}
              </button>
            }
          >
            <button
              ref={(element) => queueMicrotask(() => element.focus())}
              type="button"
              class="link"
              disabled={removing()}
              onClick={() => void remove()}
            >
              {t(removing() ? 'example.removing' : 'example.removeAll')}
            </button>
            <button
              type="button"
              class="link"
              disabled={removing()}
              onClick={() => setAsking(false)}
            >
              {t('example.keep')}
            </button>
          </Show>
        </Show>
      </aside>
    </Show>
  )
}
