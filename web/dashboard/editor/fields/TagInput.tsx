import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { t } from '../../base/i18n.ts'
import { Chip } from '../../ui/Chip.tsx'
import './tagInput.css'

const MOST = 20

/** A list of values as chips, with a field to add one. */
export function TagInput(props: {
  label: string
  help: string
  wrong: string
  placeholder: string
  list: readonly string[]
  /** Parses an input; null if it is invalid. */
  read: (input: string) => string | null
  onChange: (list: string[]) => void
}) {
  const id = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const [isWrong, setWrong] = createSignal(false)
  const add = () => {
    if (!typed().trim()) return
    const entry = props.read(typed())
    setWrong(entry === null)
    if (entry === null) return
    setTyped('')
    if (!props.list.includes(entry)) props.onChange([...props.list, entry])
  }

  return (
    <div class="field">
      <label class="field__label" for={id}>
        {props.label}
      </label>
      <Show when={props.list.length > 0}>
        <ul class="tag-input__list" dir="ltr">
          <For each={props.list}>
            {(entry) => (
              <Chip
                text={entry}
                onRemove={() => props.onChange(props.list.filter((each) => each !== entry))}
              />
            )}
          </For>
        </ul>
      </Show>
      <div class="tag-input__new">
        <input
          id={id}
          class="input"
          dir="ltr"
          placeholder={props.placeholder}
          autocomplete="off"
          value={typed()}
          disabled={props.list.length >= MOST}
          aria-invalid={isWrong() ? 'true' : undefined}
          aria-describedby={`${id}-help`}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setWrong(false)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
          onBlur={add}
        />
        <button type="button" class="button" onClick={add}>
          {t('editor.rules.add')}
        </button>
      </div>
      <p
        id={`${id}-help`}
        class={isWrong() ? 'field__error' : 'field__help'}
        role={isWrong() ? 'alert' : undefined}
      >
        {isWrong() ? props.wrong : props.help}
      </p>
    </div>
  )
}
