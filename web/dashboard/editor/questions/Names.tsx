import { createSignal, Index, Show } from 'solid-js'
import { isChoice } from '../../../../surveys/questions.ts'
import type { ChoiceQuestion } from '../../../../surveys/definition.ts'
import { useEditor, useQuestion } from '../model/editor.ts'
import {
  nameFrom,
  optionNameProblem,
  questionNameProblem,
  withName,
  withOptionName,
  type NameProblem,
} from '../model/names.ts'
import { t } from '../../base/i18n.ts'
import { TextField } from '../../ui/TextField.tsx'
import './names.css'

/** The names of a question and its options in exports, editable until they are published. */
export function Names(props: { id: string }) {
  const editor = useEditor()
  const { index, question } = useQuestion(() => props.id)
  const options = () => (isChoice(question()) ? (question() as ChoiceQuestion).options : [])
  const isPublished = () => props.id in editor.publishedIds()
  const rename = (name: string) => {
    editor.change((draft) => withName(draft, index(), name))
    editor.setOpen(name)
  }
  const renameOption = (option: string, name: string) =>
    editor.change((draft) => withOptionName(draft, index(), option, name))

  return (
    <details
      class="details"
      open={editor.showsNames()}
      onToggle={(event) => editor.showNames(event.currentTarget.open)}
    >
      <summary>{t('editor.names.title')}</summary>
      <div class="survey-editor__fields question-names">
        <p class="field__help">{t(isPublished() ? 'editor.names.fixed' : 'editor.names.help')}</p>
        <Name
          label={t('editor.names.question')}
          field={`questions.${index()}.id`}
          name={props.id}
          isFixed={isPublished()}
          problem={(name) =>
            questionNameProblem(editor.draft(), index(), name, editor.publishedIds())
          }
          onRename={rename}
        />
        <Index each={options()}>
          {(option, at) => (
            <Name
              label={t('editor.names.option', { n: at + 1 })}
              field={`questions.${index()}.options.${at}`}
              name={option()}
              isFixed={editor.publishedIds()[props.id]?.includes(option()) ?? false}
              problem={(name) =>
                optionNameProblem(
                  question() as ChoiceQuestion,
                  option(),
                  name,
                  editor.publishedIds(),
                )
              }
              onRename={(name) => renameOption(option(), name)}
            />
          )}
        </Index>
      </div>
    </details>
  )
}

/** A name. Changes apply when the field loses the focus, if they are valid. */
function Name(props: {
  label: string
  field: string
  name: string
  isFixed: boolean
  problem: (name: string) => NameProblem | null
  onRename: (name: string) => void
}) {
  const [typed, setTyped] = createSignal<string | null>(null)
  const problem = () => {
    const name = nameFrom(typed() ?? props.name)
    return name === props.name ? null : props.problem(name)
  }
  const take = () => {
    const name = nameFrom(typed() ?? props.name)
    if (problem()) return
    setTyped(null)
    if (name === props.name) return
    // On blur, the next field doesn't have the focus yet.
    setTimeout(() => {
      const next = document.activeElement?.getAttribute('data-field')
      props.onRename(name)
      // Renaming re-renders the fields.
      if (next) document.querySelector<HTMLElement>(`[data-field="${next}"]`)?.focus()
    })
  }
  const error = () => {
    const found = problem()
    return found ? t(`editor.names.${found}`) : undefined
  }

  return (
    <Show
      when={!props.isFixed}
      fallback={
        <div class="field">
          <span class="field__label">{props.label}</span>
          <code class="question-names__fixed" dir="ltr">
            {props.name}
          </code>
        </div>
      }
    >
      <TextField
        label={props.label}
        field={props.field}
        autocomplete="off"
        maxLength={40}
        value={typed() ?? props.name}
        error={error()}
        onInput={setTyped}
        onLeave={take}
      />
    </Show>
  )
}
