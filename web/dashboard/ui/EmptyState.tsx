import type { ParentProps } from 'solid-js'

/** Explains what will appear here; the children offer the first step. */
export function EmptyState(props: ParentProps<{ title: string; help: string }>) {
  return (
    <div class="page-state">
      <h2 class="page-state__title">{props.title}</h2>
      <p>{props.help}</p>
      {props.children}
    </div>
  )
}
