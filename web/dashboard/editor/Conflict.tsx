import { Show } from 'solid-js'
import { useEditor } from './model/editor.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'

/** Asks which draft to keep after somebody else has saved the survey. */
export function Conflict() {
  const editor = useEditor()
  const session = useSession()
  const theirs = () => {
    const state = editor.saving.state()
    return state.is === 'conflict' ? state.theirs : null
  }
  return (
    <Show when={theirs()}>
      {(found) => (
        <div class="survey-editor__conflict" role="alert">
          <p>
            {t('editor.conflict.text', {
              who: found().draft.by ?? t('editor.somebody'),
              when: format.instant(locale(), session.workspace.timeZone, found().draft.savedAt),
            })}
          </p>
          <p class="survey-editor__choices">
            <button type="button" class="button" onClick={() => editor.takeOver(found())}>
              {t('editor.conflict.theirs')}
            </button>
            <button type="button" class="button" onClick={() => editor.saving.keepMine(found())}>
              {t('editor.conflict.mine')}
            </button>
          </p>
        </div>
      )}
    </Show>
  )
}
