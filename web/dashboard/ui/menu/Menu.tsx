import { createUniqueId, For } from 'solid-js'
import { A } from '@solidjs/router'
import IconMore from '~icons/lucide/ellipsis'
import './menu.css'

/** An entry of a menu: a link, or an action. */
export type MenuItem = { text: string } & ({ href: string } | { onChoose: () => void })

/** A button with three dots that opens a menu below or above it. */
export function Menu(props: { name: string; items: MenuItem[] }) {
  const id = createUniqueId()
  let button!: HTMLButtonElement
  let menu!: HTMLElement

  const place = () => {
    const { top, bottom, left, right } = button.getBoundingClientRect()
    const isAbove = bottom + menu.offsetHeight > innerHeight && top > menu.offsetHeight
    menu.style.top = `${isAbove ? top - menu.offsetHeight : bottom}px`
    const isRtl = getComputedStyle(button).direction === 'rtl'
    menu.style.left = `${isRtl ? left : right - menu.offsetWidth}px`
  }
  const items = () => [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const move = (event: KeyboardEvent) => {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    all.at(next % all.length)?.focus()
  }

  return (
    <>
      <button
        ref={(element) => (button = element)}
        type="button"
        class="button icon-button"
        data-kind="quiet"
        popovertarget={id}
        aria-haspopup="menu"
        title={props.name}
        aria-label={props.name}
      >
        <IconMore aria-hidden="true" />
      </button>
      <div
        ref={(element) => (menu = element)}
        id={id}
        class="menu"
        role="menu"
        popover
        aria-label={props.name}
        onKeyDown={move}
        onToggle={(event) => {
          if (event.newState !== 'open') return
          place()
          items()[0]?.focus()
          addEventListener('scroll', () => menu.hidePopover(), { once: true, passive: true })
        }}
      >
        <For each={props.items}>
          {(item) =>
            'href' in item ? (
              <A
                class="menu__item"
                role="menuitem"
                tabindex="-1"
                href={item.href}
                onClick={() => menu.hidePopover()}
              >
                {item.text}
              </A>
            ) : (
              <button
                type="button"
                class="menu__item"
                role="menuitem"
                tabindex="-1"
                onClick={() => {
                  menu.hidePopover()
                  item.onChoose()
                }}
              >
                {item.text}
              </button>
            )
          }
        </For>
      </div>
    </>
  )
}
