import { createSignal, createUniqueId, For } from 'solid-js'
import { LONGEST_TAG } from '../../../surveys/limits.ts'
import { t } from '../base/i18n.ts'

/** A field for a tag, which suggests those in use. */
export function TagField(props: {
  label: string
  known: readonly string[]
  onAdd: (tag: string) => void
}) {
  const id = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const add = () => {
    const tag = typed().replace(/\s+/g, ' ').trim()
    setTyped('')
    if (tag) props.onAdd(tag)
  }
  return (
    <form
      class="tag-field"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <input
        class="input tag-field__input"
        aria-label={props.label}
        placeholder={t('responses.addTag')}
        list={id}
        maxLength={LONGEST_TAG}
        dir="auto"
        autocomplete="off"
        value={typed()}
        // Semicolons separate tags in exports.
        onInput={(event) => setTyped(event.currentTarget.value.replaceAll(';', ''))}
      />
      <datalist id={id}>
        <For each={props.known}>{(tag) => <option value={tag} />}</For>
      </datalist>
      <button type="submit" class="button" disabled={!typed().trim()}>
        {t('responses.add')}
      </button>
    </form>
  )
}
