import { createUniqueId, Show } from 'solid-js'

/** A text input with its label above, and its help or error below. */
export function TextField(props: {
  label: string
  value: string
  onInput: (value: string) => void
  onLeave?: () => void
  type?: 'text' | 'email' | 'password' | 'url'
  /** The input's path in the request, by which a reported problem finds it. */
  field?: string
  autocomplete?: string
  inputMode?: 'numeric'
  help?: string
  error?: string | undefined
  maxLength?: number
  minLength?: number
  autofocus?: boolean
  optional?: boolean
  readOnly?: boolean
}) {
  const id = createUniqueId()
  const below = () => props.error ?? props.help
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {props.label}
      </label>
      <input
        ref={(element) => props.autofocus && queueMicrotask(() => element.focus())}
        id={id}
        class="input"
        type={props.type ?? 'text'}
        autocomplete={props.autocomplete}
        inputMode={props.inputMode}
        required={!props.optional}
        readOnly={props.readOnly}
        minLength={props.minLength}
        maxLength={props.maxLength}
        data-field={props.field}
        value={props.value}
        dir={props.type && props.type !== 'text' ? 'ltr' : 'auto'}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={below() ? `${id}-below` : undefined}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={() => props.onLeave?.()}
      />
      <Show when={below()}>
        <p
          id={`${id}-below`}
          class={props.error ? 'field__error' : 'field__help'}
          role={props.error ? 'alert' : undefined}
        >
          {below()}
        </p>
      </Show>
    </div>
  )
}
