import { createEffect, on } from 'solid-js'

let arrived = false

/** Puts the focus on the heading, where what had it is about to go. */
export function focusTitle() {
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

/**
 * The page's heading and the tab's title. On every way to a new page, or to a new subject of the
 * same one, the focus comes here, so that a screen reader says where one is.
 */
export function Title(props: { children: string; subject?: string; class?: string }) {
  let heading!: HTMLHeadingElement
  createEffect(() => {
    document.title = `${props.children} · Ohlas`
  })
  createEffect(
    on(
      () => props.subject,
      () => {
        if (arrived) heading.focus({ preventScroll: true })
        arrived = true
      },
    ),
  )
  return (
    <h1 ref={(element) => (heading = element)} class={props.class ?? 'title'} tabindex="-1">
      <bdi>{props.children}</bdi>
    </h1>
  )
}
