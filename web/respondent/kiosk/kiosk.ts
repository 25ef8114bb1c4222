// Runs in a kiosk's browser, after the markup. One respondent after another uses the same page.
import { ask } from '../ask.ts'
import { put, sendStored, type OnOutcome, type Outcome } from '../outbox.ts'
import {
  draw,
  fetchPage,
  hasQuestion,
  cachedPage,
  languagesOf,
  needsReload,
  shownPage,
  type Page,
} from './pages.ts'

/** Idle seconds until the kiosk restarts. */
const IDLE_TIME = 15
/** Idle seconds until it restarts if the respondent has asked for more time. */
const LONG_IDLE_TIME = 150
/** The longest wait for the network before thanking, in milliseconds. */
const LONGEST_WAIT = 1_000
/** The age at which the page is fetched again, in seconds. */
const PAGE_LIFE = 300
/** The same while offline, or if the page has no questions. */
const SHORT_PAGE_LIFE = 60

/** The loaded document, whose scripts and styles stay. */
let loaded: Page
/** The page that a respondent starts with, and its translations by language. */
let start: Page
let inLanguages = new Map<string, Page>()
/** When the page was last fetched, in milliseconds. */
let fetchedAt = 0

/** When the current respondent's idle time ends, in milliseconds; 0 if there is none. */
let until = 0
/** The current idle time in seconds. */
let idleTime = IDLE_TIME
let session = new AbortController()
let offline = !navigator.onLine

/** Replaces the shown page, and starts the survey if it has one. */
function show(page: Page) {
  draw(page)
  const form = document.forms.namedItem('survey')
  const response = document.querySelector<HTMLInputElement>('[name=response]')
  if (form && response) {
    response.value = uniqueId(response.value)
    ask(form, save, session.signal)
  }
  showBar()
}

/** Restarts for the next respondent, without any trace of the previous one. */
function restart() {
  until = 0
  idleTime = IDLE_TIME
  leave()
  try {
    sessionStorage.clear()
  } catch {}
  show(start)
}

/** Ends the session as if the page were closed, which saves unsaved text. */
function leave() {
  dispatchEvent(new Event('pagehide'))
  session.abort()
  session = new AbortController()
}

/** The page's response id with a random end, so that every respondent has their own. */
function uniqueId(id: string): string {
  const random = crypto.getRandomValues(new Uint8Array(6))
  const end = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return id.slice(0, -end.length) + end
}

/** Saves, and thanks as soon as the save is on the device, so that nobody waits for the network. */
function save(url: string, body: string, hurry: boolean, onOutcome: OnOutcome) {
  const { signal } = session
  let isThanked = false
  const pass = (...outcome: Outcome) => {
    if (isThanked || signal.aborted) return
    isThanked = outcome[0] === 'saved'
    onOutcome(...outcome)
  }
  const isStored = put(url, body, hurry, (...outcome) => {
    const [kind] = outcome
    if (kind === 'saved' || kind === 'waiting') offline = kind === 'waiting'
    if (kind === 'refused') fetchedAt = 0
    showBar()
    // A rejected response stays on screen, because a kiosk can't submit the form instead.
    if (kind === 'waiting') pass('saved')
    else if (kind === 'refused') pass('unkept')
    else pass(...outcome)
  })
  if (isStored) setTimeout(pass, LONGEST_WAIT, 'saved')
}

/** Fetches the page for the next respondent. */
async function refresh() {
  fetchedAt = Date.now()
  const page = await fetchPage(loaded.address)
  offline = !page
  if (!page) return showBar()
  if (needsReload(page, loaded)) {
    // Limited, because a proxy that injects scripts could make every page need a reload.
    if (!until && performance.now() > SHORT_PAGE_LIFE * 1_000) location.reload()
    return
  }
  const found = new Map([[page.language, page]])
  for (const [language, address] of languagesOf(page)) {
    const other = await fetchPage(address)
    // A missing language is fetched again when someone chooses it.
    if (other) found.set(language, other)
  }
  // A respondent who has arrived meanwhile continues with the old pages.
  if (until) return
  start = page
  inLanguages = found
  restart()
}

function tick() {
  if (until && !secondsLeft()) restart()
  const life = hasQuestion(start) && !offline ? PAGE_LIFE : SHORT_PAGE_LIFE
  if (!until && Date.now() - fetchedAt > life * 1_000) void refresh()
  showBar()
}

/** Restarts the idle timer on any activity. */
function resetIdleTimer() {
  until = Date.now() + idleTime * 1_000
  showBar()
}

function secondsLeft(): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1_000))
}

/** Shows the time left and the network's state in the footer. */
function showBar() {
  const bar = document.querySelector('footer')
  if (!bar) return
  const left = secondsLeft()
  const [progress] = bar.getElementsByTagName('progress')
  progress!.max = idleTime
  progress!.value = left
  for (const part of bar.querySelectorAll<HTMLElement>('progress, button')) part.hidden = !left
  bar.querySelector<HTMLElement>('.patience')!.hidden = !left || idleTime > IDLE_TIME
  bar.querySelector<HTMLElement>('.offline span')!.hidden = !offline
  const warning = ['5', '10'].find((seconds) => left && left <= +seconds)
  for (const text of bar.querySelectorAll<HTMLElement>('[data-left]'))
    text.hidden = text.dataset.left !== warning
}

// Screen readers may send only clicks, and a wheel only wheel events.
for (const act of ['pointerdown', 'keydown', 'input', 'click', 'wheel'])
  addEventListener(
    act,
    ({ isTrusted }) => {
      if (!isTrusted) return
      resetIdleTimer()
    },
    { capture: true },
  )

addEventListener('click', (event) => {
  const target = event.target as Element
  if (target.closest('.again')) return restart()
  if (target.closest('.patience')) {
    idleTime = LONG_IDLE_TIME
    return resetIdleTimer()
  }
  const link = target.closest('a')
  if (!link) return
  // No link may leave the kiosk.
  event.preventDefault()
  if (link.lang) void switchLanguage(link.lang, link.href)
})

/** Continues in another language with the answers so far. */
async function switchLanguage(language: string, address: string) {
  const { signal } = session
  const page =
    inLanguages.get(language) ?? (await cachedPage(address)) ?? (await fetchPage(address))
  // The respondent may have left meanwhile.
  if (!page || signal.aborted) return
  leave()
  show(page)
}

addEventListener('click', () => void fillScreen().catch(() => {}))
document.addEventListener('visibilitychange', () => {
  // Restarts at once if the idle time has passed while the screen was off.
  tick()
  void stayAwake()
})
addEventListener('online', () => until || void refresh())
addEventListener('offline', () => {
  offline = true
  showBar()
})
// A long press must not open the context menu.
addEventListener('contextmenu', (event) => event.preventDefault())

async function fillScreen() {
  if (!document.fullscreenElement) await document.documentElement.requestFullscreen()
}

/** Keeps the screen on. */
async function stayAwake() {
  if (!document.hidden) await navigator.wakeLock?.request('screen').catch(() => {})
}

/** Lets a reload work offline. */
function registerWorker() {
  const { pathname } = location
  const { serviceWorker } = navigator as Partial<Navigator>
  const worker = pathname.replace(/s\/[^/]+$/, 'kiosk.js')
  void serviceWorker?.register(worker, { scope: pathname }).catch(() => {})
}

// Waits for the page's own part, which comes after this script.
addEventListener('load', () => {
  // Discards the reply to a form that was submitted before this script ran, as it shows its answers.
  if (document.querySelector('[type=hidden][name=lang]')) return location.replace(location.href)
  start = loaded = shownPage()
  restart()
  void refresh()
  void stayAwake()
  registerWorker()
  sendStored()
  setInterval(tick, 1_000)
})
