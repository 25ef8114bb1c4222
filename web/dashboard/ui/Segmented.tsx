import { createUniqueId, For } from 'solid-js'
import type { Option } from './Choice.tsx'

/** A row of radio buttons for two to five options. */
export function Segmented(props: {
  label: string
  value: string
  options: Option[]
  onChoose: (value: string) => void
}) {
  const name = createUniqueId()
  return (
    <fieldset class="field">
      <legend class="field__label">{props.label}</legend>
      <div class="segmented">
        <For each={props.options}>
          {(option) => (
            <label class="segmented__option">
              <input
                type="radio"
                class="visually-hidden"
                name={name}
                value={option.value}
                checked={option.value === props.value}
                onChange={() => props.onChoose(option.value)}
              />
              <span>{option.text}</span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}
