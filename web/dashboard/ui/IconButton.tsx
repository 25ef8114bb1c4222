import type { ParentProps } from 'solid-js'

/** A button with only an icon; its name is shown as a tooltip and read by screen readers. */
export function IconButton(
  props: ParentProps<{ name: string; keys?: string; off?: boolean; onPress: () => void }>,
) {
  return (
    <button
      type="button"
      class="button icon-button"
      data-kind="quiet"
      title={props.name}
      aria-label={props.name}
      aria-keyshortcuts={props.keys}
      // Not `disabled`: a button that disables itself loses the focus.
      aria-disabled={props.off ? 'true' : undefined}
      onClick={() => !props.off && props.onPress()}
    >
      {props.children}
    </button>
  )
}
