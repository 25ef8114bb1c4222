import { createUniqueId, For, Show } from 'solid-js'

export type Option = { value: string; text: string }
export type OptionGroup = { label: string; options: Option[] }

/** A native select with its label above. */
export function Choice(props: {
  label: string
  value: string
  options: Option[]
  groups?: OptionGroup[]
  onChoose: (value: string) => void
}) {
  const id = createUniqueId()
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {props.label}
      </label>
      <select
        id={id}
        class="input"
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        <Options options={props.options} chosen={props.value} />
        <For each={props.groups}>
          {(group) => (
            <Show when={group.options.length > 0}>
              <optgroup label={group.label}>
                <Options options={group.options} chosen={props.value} />
              </optgroup>
            </Show>
          )}
        </For>
      </select>
    </div>
  )
}

function Options(props: { options: Option[]; chosen: string }) {
  return (
    <For each={props.options}>
      {(option) => (
        <option value={option.value} selected={option.value === props.chosen}>
          {option.text}
        </option>
      )}
    </For>
  )
}
