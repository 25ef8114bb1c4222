import type { ParentProps } from 'solid-js'

/** A button that is a sign; its name is for the pointer that rests on it, and for those who listen. */
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
      // A button that turns itself off would lose the focus.
      aria-disabled={props.off ? 'true' : undefined}
      onClick={() => !props.off && props.onPress()}
    >
      {props.children}
    </button>
  )
}
