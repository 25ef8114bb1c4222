import { createUniqueId, Show } from 'solid-js'
import IconChevron from '~icons/lucide/chevron-down'
import IconGrip from '~icons/lucide/grip-vertical'
import { askFor, textIn } from '../../../../surveys/questions.ts'
import { dirOf } from '../../../../surveys/locales/direction.ts'
import { useEditor, useQuestion } from '../model/editor.ts'
import { t } from '../../base/i18n.ts'
import { conditionInWords, kindName } from '../model/editorWords.ts'
import { QuestionActions } from './QuestionActions.tsx'
import { QuestionFields } from './QuestionFields.tsx'
import './questionCard.css'

/** A question's text and condition; when open, all its settings. */
export function QuestionCard(props: {
  id: string
  movable: boolean
  onMove: (by: number) => void
  onDrag: (on: boolean) => void
}) {
  const editor = useEditor()
  const { index, question } = useQuestion(() => props.id)
  const body = createUniqueId()
  const isOpen = () => editor.open() === props.id
  const ask = () => {
    const text = textIn<{ ask: Parameters<typeof askFor>[0] } | undefined>(
      question().text,
      editor.language(),
      editor.draft(),
    )
    return askFor(text?.ask ?? '', editor.shown().band).trim()
  }
  const spoken = () => (question().text[editor.language()] ? editor.language() : editor.first())
  const toggle = () => (isOpen() ? editor.setOpen(null) : editor.reveal(props.id))
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0 || !props.movable) return
    event.preventDefault()
    props.onMove(by)
  }

  return (
    <article class="question-card" data-open={isOpen()} onKeyDown={onKey}>
      <h2 class="question-card__head">
        <button
          type="button"
          class="question-card__toggle"
          id={`question-${props.id}`}
          aria-expanded={isOpen()}
          aria-controls={body}
          aria-keyshortcuts={props.movable ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
          onClick={toggle}
        >
          <span class="question-card__number">{index() + 1}</span>
          <span class="question-card__title">
            <Show
              when={ask()}
              fallback={<span class="question-card__ask">{t('editor.noWords')}</span>}
            >
              <span class="question-card__ask" lang={spoken()} dir={dirOf(spoken())}>
                {ask()}
              </span>
            </Show>
            <span class="question-card__facts">
              {kindName(question().kind)}
              <Show when={question().showIf}>
                {(condition) => (
                  <> · {conditionInWords(editor.draft(), condition(), editor.language())}</>
                )}
              </Show>
            </span>
          </span>
          <IconChevron class="question-card__chevron" aria-hidden="true" />
        </button>
        <Show when={props.movable}>
          <span
            class="question-card__grip"
            draggable="true"
            title={t('editor.drag')}
            onDragStart={(event) => {
              event.dataTransfer?.setData('text/plain', props.id)
              const card = event.currentTarget.closest('.question-card')
              if (card) event.dataTransfer?.setDragImage(card, 16, 16)
              props.onDrag(true)
            }}
            onDragEnd={() => props.onDrag(false)}
          >
            <IconGrip aria-hidden="true" />
          </span>
        </Show>
      </h2>
      <Show when={isOpen()}>
        <fieldset id={body} class="question-card__body" disabled={!editor.mayEdit}>
          <QuestionFields id={props.id} />
          <Show when={editor.mayEdit}>
            <QuestionActions id={props.id} movable={props.movable} onMove={props.onMove} />
          </Show>
        </fieldset>
      </Show>
    </article>
  )
}
