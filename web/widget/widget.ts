// Runs on the site that embeds a survey, and brings nothing with it. Styles are set as properties and
// in a shadow root, so that a strict content security policy allows them and the site's own stay alone.

type As = 'popover' | 'dialog' | 'inline'

type Wish = {
  survey: string
  as?: As
  /** More of the page's address: properties, `lang`, a signed link's claims. */
  query?: string
  /** Days for which one visitor is not asked again. */
  every?: number
  /** Where an inline survey goes; after the script unless said otherwise. */
  into?: Element | null
  /** Asks whoever was asked lately, too: for a button that the visitor presses. */
  anyway?: boolean
}

/** What the survey's page says of itself. */
type Said = { ohlas?: 'here' | 'close' | 'never' | 'again'; height?: number; title?: string }

const DAY = 86_400_000
const FOREVER = 1e15
const STYLE = `
:host{all:initial!important}
iframe{display:block;border:0;width:100%;height:0;max-height:inherit;color-scheme:light dark}
dialog,.popover{box-sizing:border-box;margin:auto;padding:0;border:0;border-radius:16px;overflow:hidden;background:Canvas;color-scheme:light dark;box-shadow:0 8px 40px #0005}
dialog{width:min(560px,calc(100vw - 32px));max-height:calc(100vh - 32px)}
dialog::backdrop{background:#0008}
.popover{position:fixed;z-index:2147483647;inset-block-end:16px;inset-inline-end:16px;width:min(400px,calc(100vw - 32px));max-height:calc(100vh - 32px)}
.popover,.inline{visibility:hidden}
@media(prefers-reduced-motion:no-preference){dialog[open],.popover.here{animation:i .18s ease-out}}
@keyframes i{from{opacity:0;transform:translateY(8px)}}`

const script = document.currentScript as HTMLScriptElement
const house = new URL('.', script.src).href
const told = script.dataset
const quiet =
  navigator.doNotTrack === '1' ||
  (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl

let shown: (() => void) | undefined

/**
 * Shows a survey, unless one is shown already or this visitor was asked lately.
 * @returns whether it was shown
 */
function ask(wish: Partial<Wish> = {}): boolean {
  const {
    survey: slug,
    as: how = 'popover',
    query: more,
    every: days = 90,
    ...rest
  } = { ...own, ...wish }
  if (
    !slug ||
    shown ||
    (how !== 'inline' && !rest.anyway && Date.now() - askedAt(slug) < days * DAY)
  )
    return false
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  root.adoptedStyleSheets = [sheet]
  const frame = document.createElement('iframe')
  const box = document.createElement(how === 'dialog' ? 'dialog' : 'div')
  box.className = how
  box.append(frame)
  root.append(box)
  const before = document.activeElement as HTMLElement | null

  const listen = ({ source, data }: MessageEvent<Said>) => {
    if (source !== frame.contentWindow || !data?.ohlas) return
    if (data.ohlas === 'close') close()
    if (data.ohlas === 'never') keep(slug, FOREVER)
    // Taken back: they were asked just now, and no more than that.
    if (data.ohlas === 'again' && askedAt(slug) === FOREVER) keep(slug, quiet ? 0 : Date.now())
    if (data.ohlas !== 'here') return
    frame.style.height = `${data.height}px`
    frame.title = data.title ?? ''
    box.setAttribute('aria-label', frame.title)
    if (box.classList.contains('here')) return
    // Only now is it certain that the site may show it. What was not shown was not asked.
    box.classList.add('here')
    box.style.visibility = 'visible'
    if (box instanceof HTMLDialogElement) box.showModal()
    if (!quiet && how !== 'inline') keep(slug, Date.now())
  }
  const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && how === 'popover' && close()
  const close = () => {
    removeEventListener('message', listen)
    removeEventListener('keydown', onKey)
    host.remove()
    shown = undefined
    if (how !== 'inline') before?.focus()
  }
  addEventListener('message', listen)
  addEventListener('keydown', onKey)
  box.addEventListener('close', close)
  box.addEventListener('click', ({ target }) => target === box && how === 'dialog' && close())
  if (how !== 'inline') {
    if (how === 'popover') box.setAttribute('role', 'dialog')
    shown = close
  }
  frame.src = `${house}s/${slug}?via=widget${more ? `&${more.replace(/^[?&]/, '')}` : ''}`
  if (how === 'inline' && rest.into) rest.into.append(host)
  else if (how === 'inline') script.after(host)
  else document.body.append(host)
  return true
}

/** When this visitor was asked last, 0 if they were not. */
function askedAt(slug: string): number {
  try {
    return Number(localStorage.getItem(`ohlas ${slug}`))
  } catch {
    // Whoever keeps nothing can't be asked at most every so often, and so is not asked.
    return FOREVER
  }
}

function keep(slug: string, at: number) {
  try {
    if (at) localStorage.setItem(`ohlas ${slug}`, `${at}`)
    else localStorage.removeItem(`ohlas ${slug}`)
  } catch {}
}

const own: Partial<Wish> = {
  ...(told.survey && { survey: told.survey }),
  ...(told.as && { as: told.as as As }),
  ...(told.query && { query: told.query }),
  ...(told.every && { every: Number(told.every) }),
}

/** By itself only where the visitor does not mind being remembered. */
const byItself = () => quiet || ask()

function start() {
  if (told.into) own.into = document.querySelector(told.into)
  if (told.as === 'inline') ask()
  else {
    if (told.after) setTimeout(byItself, Number(told.after) * 1000)
    if (told.scroll) addEventListener('scroll', whenScrolled, { passive: true })
    if (told.exit !== undefined) document.addEventListener('mouseout', whenLeaving)
  }
}

function whenScrolled() {
  const { scrollHeight } = document.documentElement
  if ((scrollY + innerHeight) / scrollHeight < Number(told.scroll) / 100) return
  removeEventListener('scroll', whenScrolled)
  byItself()
}

function whenLeaving({ relatedTarget, clientY }: MouseEvent) {
  if (relatedTarget || clientY > 0) return
  document.removeEventListener('mouseout', whenLeaving)
  byItself()
}

Object.assign(window, { ohlas: { ask, close: () => shown?.() } })
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start)
else start()
