/** A date input, limited by the other end of the range. */
export function DayInput(props: {
  label: string
  value: string | null
  min?: string | null
  max?: string | null
  onChoose: (day: string | null) => void
}) {
  return (
    <label class="field">
      <span class="field__label">{props.label}</span>
      <input
        type="date"
        class="input"
        value={props.value ?? ''}
        min={props.min ?? undefined}
        max={props.max ?? undefined}
        onChange={(event) => props.onChoose(event.currentTarget.value || null)}
      />
    </label>
  )
}
