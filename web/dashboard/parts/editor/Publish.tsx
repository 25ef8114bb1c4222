import { createSignal } from 'solid-js'
import { ApiError, publish } from '../../api.ts'
import { useEditor } from '../../editing/editor.ts'
import { t } from '../../i18n.ts'
import { useSession } from '../../session.ts'
import { say } from '../../toast.ts'

/** What is still to be done before customers get to see it, and the step itself. */
export function Publish() {
  const editor = useEditor()
  const session = useSession()
  const [busy, setBusy] = createSignal(false)
  const goLive = async () => {
    setBusy(true)
    try {
      if (!(await editor.saving.flush())) return
      await publish(editor.survey.id)
      await Promise.all([editor.reload(), session.refresh()])
      say(t('surveys.published', { name: editor.name() }))
    } catch (error) {
      say(
        error instanceof ApiError && error.status === 400
          ? t('editor.publish.refused')
          : t('surveys.failed', { name: editor.name() }),
      )
    } finally {
      setBusy(false)
    }
  }

  return (
    <section class="editor__fields" aria-label={t('editor.sections.publish')}>
      <button
        type="button"
        class="button"
        data-kind="main"
        disabled={busy() || !editor.mayEdit}
        onClick={() => void goLive()}
      >
        {t('surveys.publish')}
      </button>
    </section>
  )
}
