import { For, Show } from 'solid-js'
import './tags.css'

/** A response's tags, to read. */
export function TagList(props: { tags: readonly string[] }) {
  return (
    <Show when={props.tags.length > 0}>
      <ul class="tag-list">
        <For each={props.tags}>
          {(tag) => (
            <li class="tag-list__tag">
              <bdi>{tag}</bdi>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
