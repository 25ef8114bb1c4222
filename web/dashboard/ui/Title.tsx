import { createEffect, on } from 'solid-js'
import { openCases } from '../base/openCases.ts'

let isFirstPage = true

/** Moves the focus to the heading, before the focused element is removed. */
export function focusTitle() {
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

/**
 * The page's heading and the tab's title, which begins with the number of open cases. Takes the focus
 * on every navigation, so that screen readers announce the new page.
 */
export function Title(props: { children: string; subject?: string; class?: string }) {
  let heading!: HTMLHeadingElement
  createEffect(() => {
    const open = openCases() > 0 ? `(${openCases()}) ` : ''
    document.title = `${open}${props.children} · Ohlas`
  })
  createEffect(
    on(
      () => props.subject,
      () => {
        if (!isFirstPage) heading.focus({ preventScroll: true })
        isFirstPage = false
      },
    ),
  )
  return (
    <h1 ref={(element) => (heading = element)} class={props.class ?? 'title'} tabindex="-1">
      <bdi>{props.children}</bdi>
    </h1>
  )
}
