// Runs in the browser. Keeps saves on the device and resends them until they are known to have arrived.

import { NEWER_SAVE_STORED } from '../../surveys/problemTypes.ts'
import { TOKEN_LIFE } from '../../surveys/durations.ts'

/** The outcome of a save, as a tuple, which takes the fewest bytes of the page. */
export type Outcome =
  /** `feedback`: the address of the feedback page, once the response is complete. */
  | [kind: 'saved', feedback?: string]
  /** A proof of work is required; `meanwhile`: the text to show until then. */
  | [kind: 'checking', meanwhile: string]
  /** Will be resent; `unkept` if the storage is full and only this page has it. */
  | [kind: 'waiting' | 'unkept']
  /** Rejected for good. */
  | [kind: 'refused']

/** Receives the outcomes of a save. */
export type OnOutcome = (...outcome: Outcome) => void

/** The result of an attempt: its status, 0 without a reply, and the pause before the next in milliseconds. */
type Result = [status: number, pause: number, feedback?: string]

type Save = {
  url: string
  text: string
  stored: boolean
  busy?: boolean
  pause: number
  timer?: number
  tell: OnOutcome
  /** Releases the lock that keeps other tabs from sending it. */
  release: () => void
}

const PREFIX = 'ohlas '
const SHORTEST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000
/** Between two saves of earlier visits, so that many of them are not taken for a flood. */
const PACE = 200
const PROOF_NEEDED = 428

/** The save of this page's response. */
let current: Save | undefined

/** The solved proof of each response, sent with all its later saves. */
const proofs: Record<string, string> = {}

/**
 * Stores and sends a save, which replaces an older one of the same response. Only one is sent at a
 * time, and the newest goes next. Another response's save is sent with those of earlier visits.
 * @param hurry     sends immediately, because the page is being closed
 * @param onOutcome receives the outcomes of the newest save
 * @returns whether it is stored on the device
 */
export function put(url: string, body: string, hurry: boolean, onOutcome: OnOutcome): boolean {
  if (current?.url !== url) {
    leaveCurrent()
    const pause = SHORTEST_PAUSE / 2
    current = { url, text: body, stored: false, pause, tell: onOutcome, release: lock(url) }
  }
  current.text = body
  current.tell = onOutcome
  current.stored = store(url, body)
  void send(current, hurry)
  return current.stored
}

/** Leaves this page's save to be sent with those of earlier visits. */
function leaveCurrent() {
  if (!current) return
  const save = current
  current = undefined
  clearTimeout(save.timer)
  if (save.busy) return
  save.release()
  sendStored()
}

let isDelivering = false
let endPause = () => {}

/** Sends the saves of earlier visits, oldest first, in one tab at a time. */
export function sendStored() {
  endPause()
  if (isDelivering) return
  isDelivering = true
  void withLock('outbox', deliver).finally(() => (isDelivering = false))
}

addEventListener('online', () => {
  if (current) void send(current)
  sendStored()
})

async function send(save: Save, hurry?: boolean): Promise<void> {
  if (save.busy && !hurry) return
  clearTimeout(save.timer)
  save.busy = true
  const { url, text } = save
  const [status, pause, feedback] = await attempt(url, text, save.tell)
  save.busy = false
  const again = isRetryable(status)
  if (!again) remove(url, text)
  if (current !== save) {
    save.release()
    return sendStored()
  }
  if (save.text !== text) return send(save)
  if (again) {
    save.pause = longer(save.pause)
    save.timer = window.setTimeout(() => void send(save), randomized(Math.max(pause, save.pause)))
  } else {
    current = undefined
    save.release()
  }
  if (again) save.tell(save.stored ? 'waiting' : 'unkept')
  else if (status < 400) save.tell('saved', feedback)
  else save.tell('refused')
}

async function deliver(): Promise<void> {
  let wait = SHORTEST_PAUSE
  for (;;) {
    const urls = storedUrls()
    if (!urls.length) return
    let pause = 0
    for (const url of urls) {
      const result = await withLock(url, () => deliverOne(url), true)
      if (!result) continue
      const [status, retryAfter] = result
      pause = retryAfter
      // The others would fail too, without a network or with a busy server.
      if (!status || status === 429 || status === 503) break
      if (!isRetryable(status)) wait = SHORTEST_PAUSE
      await sleep(PACE)
    }
    if (!storedUrls().length) return
    await sleep(randomized(Math.max(pause, wait)))
    wait = longer(wait)
  }
}

async function deliverOne(url: string): Promise<Result> {
  const text = read(url)
  if (!text) return [200, 0]
  const result = await attempt(url, text)
  if (!isRetryable(result[0]) || Date.now() - shownAt(url) > TOKEN_LIFE) remove(url, text)
  return result
}

async function attempt(url: string, text: string, onOutcome?: OnOutcome): Promise<Result> {
  const proof = proofs[url]
  try {
    const response = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      // The device's current time lets the server correct a wrong clock.
      body: JSON.stringify({ ...JSON.parse(text), proof, sentAt: Date.now() }),
      keepalive: true,
    })
    const { status, headers } = response
    // A proxy's error page isn't JSON, so it counts as no reply.
    const reply = await response.json()
    if (status === PROOF_NEEDED) {
      delete proofs[url]
      // A rejected proof is solved again at the next attempt.
      if (proof !== undefined) return [0, 0]
      onOutcome?.('checking', reply.meanwhile)
      proofs[url] = await solve(url, reply.challenge)
      return attempt(url, text, onOutcome)
    }
    // Also done if a newer save has arrived, for example from the form.
    const done = reply.type === NEWER_SAVE_STORED ? 200 : status
    return [done, Number(headers.get('retry-after')) * 1000, reply.feedback]
  } catch {
    return [0, 0]
  }
}

/** Solves the proof of work with a script that is loaded on demand. */
async function solve(url: string, challenge: unknown): Promise<string> {
  await import(url.replace(/s\/[^/]+\/responses.*/, 'solve.js'))
  return (globalThis as unknown as { ohlasSolve(challenge: unknown): Promise<string> }).ohlasSolve(
    challenge,
  )
}

function isRetryable(status: number): boolean {
  return !status || [408, 425, 429].includes(status) || status >= 500
}

/** The time in a response's id, at which the server rendered its page. */
function shownAt(url: string): number {
  return parseInt(url.slice(-36, -28) + url.slice(-27, -23), 16)
}

function longer(pause: number): number {
  return Math.min(LONGEST_PAUSE, pause * 2)
}

/** Adds jitter, so that many clients don't return at once. */
function randomized(pause: number): number {
  return pause * (1 + Math.random() / 2)
}

function sleep(pause: number): Promise<void> {
  return new Promise((resolve) => {
    endPause = resolve
    setTimeout(resolve, pause)
  })
}

function lock(url: string): () => void {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  void withLock(url, () => released)
  return release
}

/**
 * Runs a task while no other tab does; with `ifAvailable` skips it if another does. Without locks, as
 * without HTTPS, every tab runs it, and the server stores each save once.
 */
async function withLock<T>(
  name: string,
  act: () => Promise<T>,
  ifAvailable = false,
): Promise<T | null> {
  const { locks } = navigator as Partial<Navigator>
  if (!locks) return act()
  return locks.request(PREFIX + name, { ifAvailable }, (lock) => lock && act())
}

/** Saves that the storage has no room for, kept while the page is open. */
const unkept: Record<string, string> = {}

function store(url: string, text: string): boolean {
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
  return unkept[url] ?? withStorage((storage) => storage[PREFIX + url])
}

/** Removes a save that has arrived or was rejected, unless a newer one has replaced it. */
function remove(url: string, text: string) {
  if (read(url) !== text) return
  delete unkept[url]
  withStorage((storage) => delete storage[PREFIX + url])
}

/** The addresses of stored saves, except this page's own. */
function storedUrls(): string[] {
  const keys = withStorage((storage) => Object.keys(storage)) ?? []
  return [...keys.map((key) => key.replace(PREFIX, '')), ...Object.keys(unkept)]
    .filter((url) => url.includes('/responses/') && url !== current?.url)
    .sort((a, b) => (a.slice(-36) < b.slice(-36) ? -1 : 1))
}

function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage)
  } catch {
    return undefined
  }
}
