// Runs in the browser of a kiosk, after the markup: asks one customer after another, on one page.
import { ask } from '../ask.ts'
import { put, sendWhatIsLeft, type Outcome, type Tell } from '../outbox.ts'
import {
  draw,
  fetchPage,
  hasQuestion,
  keptPage,
  languagesOf,
  needsReload,
  shownPage,
  type Page,
} from './pages.ts'

/** After so many seconds without a touch whoever was there has gone, */
const GONE_AFTER = 15
/** or after so many, once they have asked for more time. */
const PATIENT = 150
/** Whoever waits for their thanks waits no longer than this, in milliseconds, for the network. */
const LONGEST_WAIT = 1_000
/** How old a page gets before the next one is fetched, in seconds, */
const PAGE_LIFE = 300
/** and how old without network, or when there is nothing to ask. */
const SOON = 60

/** The page that the browser has loaded, whose script and style it goes on with. */
let loaded: Page
/** What a customer begins with, and the same in each language, by its code. */
let start: Page
let inLanguages = new Map<string, Page>()
/** When the page was fetched last, in milliseconds since 1970. */
let renewed = 0

/** Until when somebody is taken to be there, in milliseconds since 1970; 0 when nobody is. */
let until = 0
/** For how many seconds after each touch they are. */
let patience = GONE_AFTER
let asking = new AbortController()
let offline = !navigator.onLine

/** Shows a page in place of the one before, and asks if there is something to ask. */
function show(page: Page) {
  draw(page)
  const form = document.forms.namedItem('survey')
  const response = document.querySelector<HTMLInputElement>('[name=response]')
  if (form && response) {
    response.value = ownId(response.value)
    ask(form, keep, asking.signal)
  }
  showBar()
}

/** Makes room for the next customer: nothing of the one before is left on the screen or behind it. */
function begin() {
  until = 0
  patience = GONE_AFTER
  leave()
  try {
    sessionStorage.clear()
  } catch {}
  show(start)
}

/** Ends what is on the screen as if the browser left it: what was written and not saved yet is saved. */
function leave() {
  dispatchEvent(new Event('pagehide'))
  asking.abort()
  asking = new AbortController()
}

/** The id of the page with an end of its own, so that each customer's answer is one of its own. */
function ownId(id: string): string {
  const random = crypto.getRandomValues(new Uint8Array(6))
  const end = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return id.slice(0, -end.length) + end
}

/** What is on the device is as good as sent: those in line do not wait for the network. */
function keep(url: string, body: string, hurry: boolean, tell: Tell) {
  const { signal } = asking
  let isThanked = false
  const pass = (...outcome: Outcome) => {
    if (isThanked || signal.aborted) return
    isThanked = outcome[0] === 'saved'
    tell(...outcome)
  }
  const isKept = put(url, body, hurry, (...outcome) => {
    const [kind] = outcome
    if (kind === 'saved' || kind === 'waiting') offline = kind === 'waiting'
    if (kind === 'refused') renewed = 0
    showBar()
    // What was refused stays on the page for as long as its customer does: a form can't be sent here.
    if (kind === 'waiting') pass('saved')
    else if (kind === 'refused') pass('unkept')
    else pass(...outcome)
  })
  if (isKept) setTimeout(pass, LONGEST_WAIT, 'saved')
}

/** Fetches what the next customer is to see. */
async function renew() {
  renewed = Date.now()
  const page = await fetchPage(loaded.address)
  offline = !page
  if (!page) return showBar()
  if (needsReload(page, loaded)) {
    // Where something on the way puts other scripts into each page, one page after another needs it.
    if (!until && performance.now() > SOON * 1_000) location.reload()
    return
  }
  const found = new Map([[page.language, page]])
  for (const [language, address] of languagesOf(page)) {
    const other = await fetchPage(address)
    // Without one of them the others are still news; it is looked for again once somebody wants it.
    if (other) found.set(language, other)
  }
  // Whoever has come meanwhile goes on with the page that they know, in each language.
  if (until) return
  start = page
  inLanguages = found
  begin()
}

function tick() {
  if (until && !secondsLeft()) begin()
  const life = hasQuestion(start) && !offline ? PAGE_LIFE : SOON
  if (!until && Date.now() - renewed > life * 1_000) void renew()
  showBar()
}

/** Somebody is there, and has their time anew. */
function stay() {
  until = Date.now() + patience * 1_000
  showBar()
}

function secondsLeft(): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1_000))
}

/** Shows at the foot how much time is left, and whether there is a network. */
function showBar() {
  const bar = document.querySelector('footer')
  if (!bar) return
  const left = secondsLeft()
  const [progress] = bar.getElementsByTagName('progress')
  progress!.max = patience
  progress!.value = left
  for (const part of bar.querySelectorAll<HTMLElement>('progress, button')) part.hidden = !left
  bar.querySelector<HTMLElement>('.patience')!.hidden = !left || patience > GONE_AFTER
  bar.querySelector<HTMLElement>('.offline span')!.hidden = !offline
  const said = ['5', '10'].find((seconds) => left && left <= +seconds)
  for (const text of bar.querySelectorAll<HTMLElement>('[data-left]'))
    text.hidden = text.dataset.left !== said
}

// Screen readers may only click, and a wheel only turns.
for (const act of ['pointerdown', 'keydown', 'input', 'click', 'wheel'])
  addEventListener(
    act,
    ({ isTrusted }) => {
      if (!isTrusted) return
      stay()
    },
    { capture: true },
  )

addEventListener('click', (event) => {
  const pressed = event.target as Element
  if (pressed.closest('.again')) return begin()
  if (pressed.closest('.patience')) {
    patience = PATIENT
    return stay()
  }
  const link = pressed.closest('a')
  if (!link) return
  // None leads away from here.
  event.preventDefault()
  if (link.lang) void speak(link.lang, link.href)
})

/** Goes on in another language, with what was answered by now. */
async function speak(language: string, address: string) {
  const { signal } = asking
  const page = inLanguages.get(language) ?? (await keptPage(address)) ?? (await fetchPage(address))
  // Whoever wanted it may have gone meanwhile, and another come.
  if (!page || signal.aborted) return
  leave()
  show(page)
}

addEventListener('click', () => void fillScreen().catch(() => {}))
document.addEventListener('visibilitychange', () => {
  // What was left behind before the screen went dark is gone when it is light again.
  tick()
  void stayAwake()
})
addEventListener('online', () => until || void renew())
addEventListener('offline', () => {
  offline = true
  showBar()
})
// A long press opens nothing.
addEventListener('contextmenu', (event) => event.preventDefault())

async function fillScreen() {
  if (!document.fullscreenElement) await document.documentElement.requestFullscreen()
}

/** A screen that has gone dark asks nobody. */
async function stayAwake() {
  if (!document.hidden) await navigator.wakeLock?.request('screen').catch(() => {})
}

/** So that a reload works without network. */
function registerWorker() {
  const { pathname } = location
  const { serviceWorker } = navigator as Partial<Navigator>
  const worker = pathname.replace(/s\/[^/]+$/, 'kiosk.js')
  void serviceWorker?.register(worker, { scope: pathname }).catch(() => {})
}

// What is the page's own comes last, behind this.
addEventListener('load', () => {
  // A form that was sent before this ran is answered with what its customer said in it.
  if (document.querySelector('[type=hidden][name=lang]')) return location.replace(location.href)
  start = loaded = shownPage()
  begin()
  void renew()
  void stayAwake()
  registerWorker()
  sendWhatIsLeft()
  setInterval(tick, 1_000)
})
