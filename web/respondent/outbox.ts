// Runs in the browser. What is not known to have arrived stays on the device and is sent again.

import { NEWER_SAVE_STORED } from '../../surveys/problemTypes.ts'
import { TOKEN_LIFE } from '../../surveys/durations.ts'

/** What became of a save. Tuples, as they take the fewest bytes of the page. */
export type Outcome =
  /** `feedback`: where its customer finds it, once it is complete. */
  | [kind: 'saved', feedback?: string]
  /** It has to be worked for first; `meanwhile`: what to say until then. */
  | [kind: 'checking', meanwhile: string]
  /** It is sent again by itself, and kept on the device; `unkept`: on this page alone, as that is full. */
  | [kind: 'waiting' | 'unkept']
  /** It is refused for good. */
  | [kind: 'refused']

/** Hears what became of a save. */
export type Tell = (...outcome: Outcome) => void

/** What came back for a try: a status of 0 where nothing did, and for how long to wait before the next. */
type Result = [status: number, pause: number, feedback?: string]

type Letter = {
  url: string
  text: string
  kept: boolean
  underway?: boolean
  pause: number
  timer?: number
  tell: Tell
  /** Lets other tabs send it; they don't while this one is about its response. */
  release: () => void
}

const PREFIX = 'ohlas '
const SHORTEST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000
/** Between two letters of earlier visits: a day's worth of them is no flood. */
const PACE = 200
const PROOF_NEEDED = 428

/** The response that this page is about. */
let own: Letter | undefined

/** What was worked out for each response, to be sent along from then on. */
const proofs: Record<string, string> = {}

/**
 * Keeps a save and sends it; a newer save of the same response takes its place. One is under way at
 * a time, and the newest goes next. That of another response is left to be sent with what is left.
 * @param hurry when the page is going away, so that there may be no "next"
 * @param tell  hears the outcomes of the newest save
 * @returns whether it is kept on the device
 */
export function put(url: string, body: string, hurry: boolean, tell: Tell): boolean {
  if (own?.url !== url) {
    leaveOwn()
    own = { url, text: body, kept: false, pause: SHORTEST_PAUSE / 2, tell, release: hold(url) }
  }
  own.text = body
  own.tell = tell
  own.kept = keep(url, body)
  void send(own, hurry)
  return own.kept
}

/** Leaves the response that this page was about to be sent with what is left. */
function leaveOwn() {
  if (!own) return
  const letter = own
  own = undefined
  clearTimeout(letter.timer)
  if (letter.underway) return
  letter.release()
  sendWhatIsLeft()
}

let delivering = false
let hurryUp = () => {}

/** Sends what is left over from earlier visits, in the order in which it was begun, one tab at a time. */
export function sendWhatIsLeft() {
  hurryUp()
  if (delivering) return
  delivering = true
  void alone('outbox', deliver).finally(() => (delivering = false))
}

addEventListener('online', () => {
  if (own) void send(own)
  sendWhatIsLeft()
})

async function send(letter: Letter, hurry?: boolean): Promise<void> {
  if (letter.underway && !hurry) return
  clearTimeout(letter.timer)
  letter.underway = true
  const { url, text } = letter
  const [status, pause, feedback] = await attempt(url, text, letter.tell)
  letter.underway = false
  const again = isWorthAnotherTry(status)
  if (!again) forget(url, text)
  if (own !== letter) {
    letter.release()
    return sendWhatIsLeft()
  }
  if (letter.text !== text) return send(letter)
  if (again) {
    letter.pause = longer(letter.pause)
    letter.timer = window.setTimeout(() => void send(letter), spread(Math.max(pause, letter.pause)))
  } else {
    own = undefined
    letter.release()
  }
  if (again) letter.tell(letter.kept ? 'waiting' : 'unkept')
  else if (status < 400) letter.tell('saved', feedback)
  else letter.tell('refused')
}

async function deliver(): Promise<void> {
  let wait = SHORTEST_PAUSE
  for (;;) {
    const urls = left()
    if (!urls.length) return
    let pause = 0
    for (const url of urls) {
      const result = await alone(url, () => deliverOne(url), true)
      if (!result) continue
      const [status, wanted] = result
      pause = wanted
      // No use in trying the others when there is no network, or no room at the server.
      if (!status || status === 429 || status === 503) break
      if (!isWorthAnotherTry(status)) wait = SHORTEST_PAUSE
      await passing(PACE)
    }
    if (!left().length) return
    await passing(spread(Math.max(pause, wait)))
    wait = longer(wait)
  }
}

async function deliverOne(url: string): Promise<Result> {
  const text = read(url)
  if (!text) return [200, 0]
  const result = await attempt(url, text)
  if (!isWorthAnotherTry(result[0]) || Date.now() - shownAt(url) > TOKEN_LIFE) forget(url, text)
  return result
}

async function attempt(url: string, text: string, tell?: Tell): Promise<Result> {
  const proof = proofs[url]
  try {
    const response = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      // The device's time as it sends lets the server correct a clock that is wrong.
      body: JSON.stringify({ ...JSON.parse(text), proof, sentAt: Date.now() }),
      keepalive: true,
    })
    const { status, headers } = response
    // What a proxy says in the server's place is no JSON, and decides nothing.
    const reply = await response.json()
    if (status === PROOF_NEEDED) {
      delete proofs[url]
      // What was worked out and is not taken waits its turn, and is worked out anew.
      if (proof !== undefined) return [0, 0]
      tell?.('checking', reply.meanwhile)
      proofs[url] = await solve(url, reply.challenge)
      return attempt(url, text, tell)
    }
    // A newer save than this one may have come by another way; then that is what is stored.
    const done = reply.type === NEWER_SAVE_STORED ? 200 : status
    return [done, Number(headers.get('retry-after')) * 1000, reply.feedback]
  } catch {
    return [0, 0]
  }
}

/** Does the work that is asked for, with a script that is fetched only then. */
async function solve(url: string, challenge: unknown): Promise<string> {
  await import(url.replace(/s\/[^/]+\/responses.*/, 'solve.js'))
  return (globalThis as unknown as { ohlasSolve(given: unknown): Promise<string> }).ohlasSolve(
    challenge,
  )
}

function isWorthAnotherTry(status: number): boolean {
  return !status || [408, 425, 429].includes(status) || status >= 500
}

/** The id of a response begins with when its page was made, by the server's clock. */
function shownAt(url: string): number {
  return parseInt(url.slice(-36, -28) + url.slice(-27, -23), 16)
}

function longer(pause: number): number {
  return Math.min(LONGEST_PAUSE, pause * 2)
}

/** The chance in it keeps many customers from coming back at once. */
function spread(pause: number): number {
  return pause * (1 + Math.random() / 2)
}

function passing(pause: number): Promise<void> {
  return new Promise((resolve) => {
    hurryUp = resolve
    setTimeout(resolve, pause)
  })
}

function hold(url: string): () => void {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  void alone(url, () => released)
  return release
}

/**
 * Does what one tab alone should do, once no other does, or not at all if another does; where there
 * are no locks, as without HTTPS, each does, and the server stores it once.
 */
async function alone<T>(
  name: string,
  act: () => Promise<T>,
  ifAvailable = false,
): Promise<T | null> {
  const { locks } = navigator as Partial<Navigator>
  if (!locks) return act()
  return locks.request(PREFIX + name, { ifAvailable }, (lock) => lock && act())
}

/** What the device has no room for, kept for as long as the page is open. */
const unkept: Record<string, string> = {}

function keep(url: string, text: string): boolean {
  try {
    localStorage[PREFIX + url] = text
    delete unkept[url]
    return true
  } catch {
    unkept[url] = text
    return false
  }
}

function read(url: string): string | undefined {
  return unkept[url] ?? stored((storage) => storage[PREFIX + url])
}

/** Forgets what has arrived, or never will; not what was kept since. */
function forget(url: string, text: string) {
  if (read(url) !== text) return
  delete unkept[url]
  stored((storage) => delete storage[PREFIX + url])
}

/** The addresses of what is kept and this page is not about. */
function left(): string[] {
  const keys = stored((storage) => Object.keys(storage)) ?? []
  return [...keys.map((key) => key.replace(PREFIX, '')), ...Object.keys(unkept)]
    .filter((url) => url.includes('/responses/') && url !== own?.url)
    .sort((a, b) => (a.slice(-36) < b.slice(-36) ? -1 : 1))
}

function stored<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage)
  } catch {
    return undefined
  }
}
