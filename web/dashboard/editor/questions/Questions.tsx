import { createMemo, createSignal, For, Show } from 'solid-js'
import { useEditor } from '../model/editor.ts'
import { FEW_QUESTIONS, isMovable, withMoved } from '../model/questions.ts'
import { t } from '../../base/i18n.ts'
import { AddQuestion } from './AddQuestion.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import './questions.css'

/** The questions in order; the main question stays first. */
export function Questions() {
  const editor = useEditor()
  const ids = createMemo(() => editor.draft().questions.map(({ id }) => id), [], {
    equals: (one, other) => one.join() === other.join(),
  })
  const [dragged, setDragged] = createSignal<number | null>(null)
  const [target, setTarget] = createSignal<number | null>(null)

  const move = (from: number, to: number) => {
    const focused = document.activeElement
    const before = ids()
    editor.change((draft) => withMoved(draft, from, to))
    // Moving an element in the document removes the focus.
    if (focused instanceof HTMLElement) focused.focus()
    if (before !== ids())
      editor.announce(
        t('editor.moved', { place: ids().indexOf(before[from]!) + 1, of: ids().length }),
      )
  }
  const drop = () => {
    const [from, to] = [dragged(), target()]
    setDragged(null)
    setTarget(null)
    if (from !== null && to !== null) move(from, to)
  }

  return (
    <section aria-label={t('editor.sections.questions')}>
      <ol class="question-list">
        <For each={ids()}>
          {(id, index) => (
            <li
              class="question-list__item"
              data-target={
                target() === index() && dragged() !== index()
                  ? dragged()! < index()
                    ? 'after'
                    : 'before'
                  : undefined
              }
              onDragOver={(event) => {
                if (dragged() === null) return
                event.preventDefault()
                setTarget(Math.max(index(), 1))
              }}
              onDrop={(event) => {
                event.preventDefault()
                drop()
              }}
            >
              <QuestionCard
                id={id}
                movable={editor.mayEdit && isMovable(editor.draft(), index())}
                onMove={(by) => move(index(), index() + by)}
                onDrag={(on) => {
                  setDragged(on ? index() : null)
                  if (!on) setTarget(null)
                }}
              />
            </li>
          )}
        </For>
      </ol>
      <Show when={editor.draft().questions.length > FEW_QUESTIONS}>
        <p class="survey-editor__hint">{t('editor.many')}</p>
      </Show>
      <Show when={editor.mayEdit}>
        <AddQuestion />
      </Show>
    </section>
  )
}
