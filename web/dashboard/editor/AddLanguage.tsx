import { createSignal, createUniqueId, onMount, Show } from 'solid-js'
import { useEditor } from './model/editor.ts'
import { languageCode, withLanguage } from './model/languages.ts'
import { languageName } from '../base/format.ts'
import { language as mine, t } from '../base/i18n.ts'
import './addLanguage.css'

// The languages with built-in texts; any other code is allowed too.
const SUGGESTED =
  'ar bg bs ca cs cy da de el en es et eu fi fr ga gl he hr hu is it ja ko lt lv mk mt nb nl pl pt pt-BR ro ru sk sl sq sr sr-Latn sv tr uk vi zh zh-Hant'.split(
    ' ',
  )

/** Adds a language by its name or code. */
export function AddLanguage(props: { onDone: (code: string | null) => void }) {
  const editor = useEditor()
  const id = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const [wrong, setWrong] = createSignal(false)
  let input!: HTMLInputElement
  onMount(() => input.focus())
  const left = () => SUGGESTED.filter((code) => !editor.draft().languages.includes(code))
  const named = (text: string) =>
    SUGGESTED.find((code) =>
      [mine(), code].some(
        (reader) => languageName(reader, code).toLowerCase() === text.trim().toLowerCase(),
      ),
    )

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const code = named(typed()) ?? languageCode(typed())
    setWrong(!code)
    if (!code) return
    editor.change((draft) => withLanguage(draft, code))
    props.onDone(code)
  }

  return (
    <form class="add-language" onSubmit={submit}>
      <label class="field__label" for={id}>
        {t('editor.languages.which')}
      </label>
      <input
        ref={(element) => (input = element)}
        id={id}
        class="input"
        list={`${id}-known`}
        autocomplete="off"
        dir="auto"
        value={typed()}
        aria-invalid={wrong() ? 'true' : undefined}
        aria-describedby={wrong() ? `${id}-wrong` : undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setWrong(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onDone(null)
        }}
      />
      <datalist id={`${id}-known`}>
        {left().map((code) => (
          <option value={languageName(mine(), code)}>{code}</option>
        ))}
      </datalist>
      <button type="submit" class="button">
        {t('editor.languages.addThis')}
      </button>
      <Show when={wrong()}>
        <p id={`${id}-wrong`} class="field__error" role="alert">
          {t('editor.languages.unknown')}
        </p>
      </Show>
    </form>
  )
}
