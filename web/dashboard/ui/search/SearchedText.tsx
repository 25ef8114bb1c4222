import { For } from 'solid-js'
import { searchParts } from '../../../../surveys/search/searchParts.ts'
import './searchedText.css'

/** A text in which what was searched for is marked; screen readers read it as it is. */
export function SearchedText(props: { text: string; search: string | undefined }) {
  return (
    <For each={props.search ? searchParts(props.text, props.search) : [{ text: props.text }]}>
      {(part) => ('isFound' in part && part.isFound ? <mark>{part.text}</mark> : part.text)}
    </For>
  )
}
