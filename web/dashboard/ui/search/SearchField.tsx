import { createEffect, on, onCleanup } from 'solid-js'
import IconSearch from '~icons/lucide/search'
import IconX from '~icons/lucide/x'
import { t } from '../../base/i18n.ts'
import { useKeys } from '../../base/keys.ts'
import './searchField.css'

/** How long after the last key a search begins, in milliseconds. */
const PAUSE = 250
const LONGEST_SEARCH = 1_000

/** A search field that the key `/` leads to. It searches at the next pause in typing, or with Enter. */
export function SearchField(props: {
  label: string
  value: string
  onSearch: (text: string) => void
}) {
  let input!: HTMLInputElement
  let timer: number | undefined
  let searched = ''
  const search = () => {
    clearTimeout(timer)
    const text = input.value.trim()
    if (text === searched) return
    searched = text
    props.onSearch(text)
  }
  // What is being typed stays when the address follows it.
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (value === searched) return
        searched = value
        input.value = value
      },
    ),
  )
  useKeys({ '/': () => input.focus() })
  onCleanup(() => clearTimeout(timer))
  return (
    <form
      class="search-field"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        search()
      }}
    >
      <IconSearch class="search-field__icon" aria-hidden="true" />
      <input
        ref={(element) => (input = element)}
        class="input search-field__input"
        type="search"
        aria-label={props.label}
        aria-keyshortcuts="/"
        placeholder={props.label}
        maxLength={LONGEST_SEARCH}
        dir="auto"
        autocomplete="off"
        onInput={() => {
          clearTimeout(timer)
          timer = window.setTimeout(search, input.value === '' ? 0 : PAUSE)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          if (input.value === '') input.blur()
          input.value = ''
          search()
        }}
      />
      <kbd class="search-field__key" aria-hidden="true">
        /
      </kbd>
      <button
        type="button"
        class="search-field__clear"
        aria-label={t('search.clear')}
        onClick={() => {
          input.value = ''
          search()
          input.focus()
        }}
      >
        <IconX aria-hidden="true" />
      </button>
    </form>
  )
}
