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

/** Every kind of question with what it is for; the one chosen opens at the end. */
export function AddQuestion() {
  const editor = useEditor()
  const [chooses, setChooses] = createSignal(false)
  const isFull = () => editor.draft().questions.length >= MOST_QUESTIONS

  const add = (kind: QuestionKind) => {
    let made = ''
    editor.change((draft) => {
      const added = withNewQuestion(draft, kind)
      made = added.id
      return added.draft
    })
    setChooses(false)
    editor.setOpen(made)
    focusQuestion(made)
  }

  return (
    <div class="add-question">
      <button
        type="button"
        class="button"
        aria-expanded={chooses()}
        disabled={isFull()}
        onClick={() => setChooses(!chooses())}
      >
        <IconPlus aria-hidden="true" />
        {t('editor.add')}
      </button>
      <Show when={isFull()}>
        <p class="field__help">{t('editor.full')}</p>
      </Show>
      <Show when={chooses()}>
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
