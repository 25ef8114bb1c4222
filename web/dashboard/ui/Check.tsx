import { createUniqueId, Show } from 'solid-js'

/** A checkbox with a help text below. */
export function Check(props: {
  label: string
  help?: string
  on: boolean
  disabled?: boolean
  onSwitch: (on: boolean) => void
}) {
  const id = createUniqueId()
  return (
    <div>
      <label class="check">
        <input
          type="checkbox"
          checked={props.on}
          disabled={props.disabled}
          aria-describedby={props.help ? id : undefined}
          onChange={(event) => props.onSwitch(event.currentTarget.checked)}
        />
        {props.label}
      </label>
      <Show when={props.help}>
        <p id={id} class="field__help">
          {props.help}
        </p>
      </Show>
    </div>
  )
}
