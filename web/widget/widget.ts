// Runs on the embedding site, without dependencies. Styles are set as properties and in a shadow root,
// so that a strict content security policy allows them and the site's own stay unchanged.

import { DAY } from '../../surveys/durations.ts'

type As = 'popover' | 'dialog' | 'inline'

type Options = {
  survey: string
  as?: As
  /** More of the page's query: properties, `lang`, a signed link's claims. */
  query?: string
  /** Days until the same visitor is asked again. */
  every?: number
  /** The container of an inline survey; by default it follows the script. */
  into?: Element | null
  /** Also asks visitors who were asked recently, for a button. */
  anyway?: boolean
}

/** A message from the survey page. */
type Message = { ohlas?: 'here' | 'close' | 'never' | 'again'; height?: number; title?: string }

/** Missing from the browser types. */
type Movable = Element & { moveBefore(what: Element, before: null): void }

const FOREVER = 1e15
const STYLE = `
:host{all:initial!important}
iframe{display:block;border:0;width:100%;height:0;max-height:inherit;color-scheme:light dark}
dialog,.popover{box-sizing:border-box;margin:auto;padding:0;border:0;border-radius:16px;overflow:hidden;background:Canvas;color-scheme:light dark;box-shadow:0 8px 40px #0005}
dialog{width:min(560px,calc(100vw - 32px));max-height:calc(100vh - 32px)}
dialog::backdrop{background:#0008}
.popover{position:fixed;z-index:2147483647;inset:auto;inset-block-end:16px;inset-inline-end:16px;width:min(400px,calc(100vw - 32px));max-height:calc(100vh - 32px)}
.popover,.inline{visibility:hidden}
@media(prefers-reduced-motion:no-preference){dialog[open],.popover.here{animation:i .18s ease-out}}
@keyframes i{from{opacity:0;transform:translateY(8px)}}`

const script = document.currentScript as HTMLScriptElement
const base = new URL('.', script.src).href
const settings = script.dataset
/** Whether the visitor objects to being remembered. */
const quiet =
  navigator.doNotTrack === '1' ||
  (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl

/** Long enough for a loaded page to report that it is shown, and for a slow one to load; milliseconds. */
const SOON = 3_000
const LATE = 30_000

/** State shared by all copies of this script on a page. */
type Shared = {
  shown?: { host: Element; close: () => void } | undefined
  /** Pending scroll and exit triggers, by script. */
  waits?: Record<string, AbortController>
}
type Site = { ohlas?: Shared }
const shared = ((window as Site).ohlas ??= {})

/** The survey on the page now; a site may have removed it. */
const shown = () => (shared.shown?.host.isConnected ? shared.shown : undefined)

/**
 * Shows a survey, unless one is shown or this visitor was asked recently.
 * @returns whether it is on its way
 */
function ask(options: Partial<Options> = {}): boolean {
  const {
    survey: slug,
    as: how = 'popover',
    query: more,
    every: days = 90,
    ...rest
  } = { ...defaults, ...options }
  const asks = how !== 'inline'
  if (!slug || shown() || (asks && !rest.anyway && Date.now() - askedAt(slug) < days * DAY))
    return false
  // Cleans up after a survey that the site has removed.
  shared.shown?.close()
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  root.adoptedStyleSheets = [sheet]
  const frame = document.createElement('iframe')
  const box = document.createElement(how === 'dialog' ? 'dialog' : 'div')
  const isPopover = how === 'popover'
  box.className = how
  box.append(frame)
  root.append(box)
  const before = document.activeElement as HTMLElement | null
  let isLoaded = false

  const listen = ({ source, data }: MessageEvent<Message>) => {
    if (!host.isConnected) return stop()
    if (source !== frame.contentWindow || !data?.ohlas) return
    if (data.ohlas === 'close') close()
    if (data.ohlas === 'never') storeAskedAt(slug, FOREVER)
    // After an undone opt-out, they count as just asked.
    if (data.ohlas === 'again' && askedAt(slug) === FOREVER)
      storeAskedAt(slug, quiet ? 0 : Date.now())
    if (data.ohlas !== 'here') return
    frame.style.height = `${data.height}px`
    frame.title = data.title ?? ''
    box.setAttribute('aria-label', frame.title)
    if (isLoaded) return
    // The site is allowed to show it. Only a shown survey counts as asked.
    isLoaded = true
    box.classList.add('here')
    box.style.visibility = 'visible'
    if (how === 'dialog') raise()
    if (!quiet && asks) storeAskedAt(slug, Date.now())
  }
  const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && isPopover && close()
  const start = () => {
    addEventListener('message', listen)
    addEventListener('keydown', onKey)
  }
  /** Cleans up after the site removes it; if it is put back, its frame loads and starts again. */
  const stop = () => {
    removeEventListener('message', listen)
    removeEventListener('keydown', onKey)
    dialogs.disconnect()
  }
  const close = () => {
    stop()
    const restoresFocus = isLoaded && asks && host.isConnected
    host.remove()
    if (restoresFocus) before?.focus()
  }
  /** Raises it above everything else. */
  const raise = () => {
    if (box instanceof HTMLDialogElement) {
      box.close()
      if (isLoaded) box.showModal()
    } else if ('showPopover' in box) {
      // Without it the popover is hidden.
      box.popover = null
      box.popover = 'manual'
      box.showPopover()
    }
  }
  /** Follows the site's modal dialogs in and out: nothing outside the last one can be used. */
  const follow = () => {
    const home = homeOf()
    if (host.parentNode === home) return
    // Without `moveBefore` the page in the frame would begin a second response.
    if (host.isConnected && 'moveBefore' in home) {
      ;(home as Movable).moveBefore(host, null)
      raise()
    } else if (!host.isConnected || home === document.body) close()
  }
  const dialogs = new MutationObserver(follow)
  const giveUp = () => isLoaded || close()

  frame.src = `${base}s/${slug}?via=widget${more ? `&${more.replace(/^[?&]/, '')}` : ''}`
  frame.addEventListener('load', () => {
    start()
    setTimeout(giveUp, SOON)
  })
  setTimeout(giveUp, LATE)
  if (asks) {
    homeOf().append(host)
    raise()
    dialogs.observe(document, { subtree: true, attributeFilter: ['open'] })
    shared.shown = { host, close }
  } else if (rest.into) rest.into.append(host)
  else script.after(host)
  if (isPopover) box.setAttribute('role', 'dialog')
  start()
  // Ignores the close event of a mere raise.
  box.addEventListener('close', () => (box as HTMLDialogElement).open || close())
  box.addEventListener('click', ({ target }) => target === box && how === 'dialog' && close())
  return host.isConnected
}

/** Where the survey can be used now: the site's modal dialog, or anywhere. */
function homeOf(): Element {
  // Within :is(), browsers that don't know :modal ignore it.
  const modal = [...document.querySelectorAll('dialog:is(:modal)')]
  const used = modal.filter((dialog) => dialog.contains(document.activeElement))
  return used.pop() ?? modal.pop() ?? document.body
}

/** When this visitor was last asked; 0 for never. */
function askedAt(slug: string): number {
  try {
    return Number(localStorage.getItem(`ohlas ${slug}`))
  } catch {
    // Without storage the interval can't be kept, so such visitors are never asked.
    return FOREVER
  }
}

function storeAskedAt(slug: string, at: number) {
  try {
    if (at) localStorage.setItem(`ohlas ${slug}`, `${at}`)
    else localStorage.removeItem(`ohlas ${slug}`)
  } catch {}
}

/** The options of the script tag. */
const defaults: Partial<Options> = {
  ...(settings.survey && { survey: settings.survey }),
  ...(settings.as && { as: settings.as as As }),
  ...(settings.query && { query: settings.query }),
  ...(settings.every && { every: Number(settings.every) }),
}

/** Asks on a trigger, unless the visitor objects to being remembered. */
const askOnTrigger = () => quiet || ask()

function start() {
  if (settings.into) defaults.into = document.querySelector(settings.into)
  if (settings.as === 'inline') ask()
  else {
    if (settings.after) setTimeout(askOnTrigger, Number(settings.after) * 1000)
    // A site that swaps its body runs the same script again.
    const waits = (shared.waits ??= {})
    const key = script.outerHTML
    waits[key]?.abort()
    const { signal } = (waits[key] = new AbortController())
    if (settings.scroll) addEventListener('scroll', whenScrolled, { signal })
    if (settings.exit !== undefined) document.addEventListener('mouseout', whenLeaving, { signal })
  }
}

function whenScrolled() {
  const { scrollHeight } = document.documentElement
  if ((scrollY + innerHeight) / scrollHeight < Number(settings.scroll) / 100) return
  removeEventListener('scroll', whenScrolled)
  askOnTrigger()
}

function whenLeaving({ relatedTarget, clientY }: MouseEvent) {
  if (relatedTarget || clientY > 0) return
  document.removeEventListener('mouseout', whenLeaving)
  askOnTrigger()
}

Object.assign(shared, { ask, close: () => shown()?.close() })
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start)
else start()
