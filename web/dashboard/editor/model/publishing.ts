import { createMemo, createSignal } from 'solid-js'
import { checklist } from '../../../../surveys/checklist.ts'
import { differences } from '../../../../surveys/differences.ts'
import { ApiError } from '../../base/client.ts'
import { t } from '../../base/i18n.ts'
import type { Session } from '../../base/session.ts'
import { showToast } from '../../base/toast.ts'
import { publish } from '../../surveys/api.ts'
import type { Editor } from './editor.ts'

/** What publishing would change, whether it is possible, and publishing itself. */
export function createPublishing(editor: Editor, session: Session) {
  const [busy, setBusy] = createSignal(false)
  const changes = createMemo(() => {
    const published = editor.published()
    return published && differences(published, editor.draft())
  })
  const musts = createMemo(
    () => checklist(editor.draft()).filter(({ level }) => level === 'must').length,
  )
  const isLive = () => editor.onServer().state === 'live'
  const goLive = async () => {
    setBusy(true)
    try {
      if (!(await editor.saving.flush())) return
      await publish(editor.survey.id, { revision: editor.saving.revision() })
      await Promise.all([editor.reload(), session.refresh()])
      showToast(t('surveys.published', { name: editor.name() }))
    } catch (error) {
      const status = error instanceof ApiError ? error.status : null
      if (status === 409 && (await editor.saving.hasConflict())) return
      showToast(
        status === 400 ? t('publishing.refused') : t('surveys.failed', { name: editor.name() }),
      )
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    /** The differences from the published version; null if there is none. */
    changes,
    /** How many texts and settings have to be completed first. */
    musts,
    isLive,
    /** Whether customers see the draft as it is. */
    isUpToDate: () => isLive() && changes()?.length === 0,
    goLive,
  }
}

export type Publishing = ReturnType<typeof createPublishing>
