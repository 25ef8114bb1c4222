import { createSignal, For, Show } from 'solid-js'
import IconPlus from '~icons/lucide/plus'
import { QUESTION_KINDS } from '../../../../surveys/questions.ts'
import type { QuestionKind } from '../../../../surveys/definition.ts'
import { useEditor } from '../model/editor.ts'
import { MOST_QUESTIONS, withNewQuestion } from '../model/questions.ts'
import { kindName } from '../model/editorWords.ts'
import { t } from '../../base/i18n.ts'
import { focusQuestion } from './QuestionActions.tsx'
import './addQuestion.css'

/** Adds a question of a chosen kind at the end and opens it. */
export function AddQuestion() {
  const editor = useEditor()
  const [isOpen, setOpen] = createSignal(false)
  const isFull = () => editor.draft().questions.length >= MOST_QUESTIONS

  const add = (kind: QuestionKind) => {
    let id = ''
    editor.change((draft) => {
      const added = withNewQuestion(draft, kind)
      id = added.id
      return added.draft
    })
    setOpen(false)
    editor.setOpen(id)
    focusQuestion(id)
  }

  return (
    <div class="add-question">
      <button
        type="button"
        class="button"
        aria-expanded={isOpen()}
        disabled={isFull()}
        onClick={() => setOpen(!isOpen())}
      >
        <IconPlus aria-hidden="true" />
        {t('editor.add')}
      </button>
      <Show when={isFull()}>
        <p class="field__help">{t('editor.full')}</p>
      </Show>
      <Show when={isOpen()}>
        <ul class="add-question__kinds">
          <For each={QUESTION_KINDS}>
            {(kind) => (
              <li>
                <button type="button" class="add-question__kind" onClick={() => add(kind)}>
                  <strong>{kindName(kind)}</strong>
                  <span class="quiet">{t(`editor.kindHelp.${kind}`)}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
