import { Show } from 'solid-js'
import IconDown from '~icons/lucide/arrow-down'
import IconUp from '~icons/lucide/arrow-up'
import IconCopy from '~icons/lucide/copy-plus'
import IconTrash from '~icons/lucide/trash-2'
import { useEditor, useQuestion } from '../model/editor.ts'
import { MOST_QUESTIONS, withCopy, withoutQuestion } from '../model/questions.ts'
import { t } from '../../base/i18n.ts'
import { showToast } from '../../base/toast.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import './questionActions.css'

/** Buttons to move, duplicate and remove a question. */
export function QuestionActions(props: {
  id: string
  movable: boolean
  onMove: (by: number) => void
}) {
  const editor = useEditor()
  const { index } = useQuestion(() => props.id)
  const last = () => editor.draft().questions.length - 1

  const copy = () => {
    let copyId = ''
    editor.change((draft) => {
      const copied = withCopy(draft, index())
      copyId = copied.id
      return copied.draft
    })
    editor.setOpen(copyId)
    focusQuestion(copyId)
  }
  const remove = () => {
    const before = editor.draft().questions[index() - 1]!.id
    editor.change((draft) => withoutQuestion(draft, index()))
    showToast(t('editor.removed'), () => editor.undo())
    focusQuestion(before)
  }

  return (
    <div class="question-actions">
      <Show when={props.movable}>
        <IconButton
          name={t('editor.up')}
          keys="Alt+ArrowUp"
          off={index() <= 1}
          onPress={() => props.onMove(-1)}
        >
          <IconUp aria-hidden="true" />
        </IconButton>
        <IconButton
          name={t('editor.down')}
          keys="Alt+ArrowDown"
          off={index() >= last()}
          onPress={() => props.onMove(1)}
        >
          <IconDown aria-hidden="true" />
        </IconButton>
      </Show>
      <IconButton name={t('editor.duplicate')} off={last() + 1 >= MOST_QUESTIONS} onPress={copy}>
        <IconCopy aria-hidden="true" />
      </IconButton>
      <Show when={props.movable} fallback={<p class="field__help">{t('editor.scoreStays')}</p>}>
        <IconButton name={t('editor.remove')} onPress={remove}>
          <IconTrash aria-hidden="true" />
        </IconButton>
      </Show>
    </div>
  )
}

/** Focuses a question's card once it is rendered. */
export function focusQuestion(id: string) {
  queueMicrotask(() => document.getElementById(`question-${id}`)?.focus())
}
