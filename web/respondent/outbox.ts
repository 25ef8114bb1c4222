// Runs in the browser. What is not known to have arrived stays in localStorage and is sent again.

/** What became of a save: stored, to be tried again by itself, or refused for good. */
export type Outcome = 'saved' | 'waiting' | 'refused'

type Letter = {
  /** Address and body; what is kept in localStorage. */
  text: string
  underway?: boolean
  pause?: number
  timer?: number
  tell?: (outcome: Outcome) => void
}

const PREFIX = 'ohlas '
const LONGEST_PAUSE = 60_000

const letters: Record<string, Letter> = {}

/**
 * Keeps a save and sends it; a newer save of the same response takes its place. One is under way at
 * a time, and the newest goes next.
 * @param hurry when the page is going away, so that there may be no "next"
 * @param tell  hears the outcomes of the newest save
 */
export function put(url: string, body: string, hurry: boolean, tell: (outcome: Outcome) => void) {
  const letter = (letters[url] ??= { text: body })
  letter.text = body
  letter.tell = tell
  stored((storage) => (storage[PREFIX + url] = body))
  void send(url, hurry)
}

/** Sends what is left over from this page or an earlier visit. */
export function sendWhatIsLeft() {
  stored((storage) => {
    for (const key of Object.keys(storage))
      if (key.startsWith(PREFIX)) letters[key.slice(PREFIX.length)] ??= { text: storage[key]! }
  })
  for (const url in letters) void send(url)
}

addEventListener('online', sendWhatIsLeft)

async function send(url: string, hurry?: boolean): Promise<void> {
  const letter = letters[url]
  if (!letter || (letter.underway && !hurry)) return
  clearTimeout(letter.timer)
  letter.underway = true
  const { text } = letter
  const [status, pause] = await attempt(url, text)
  letter.underway = false
  if (letters[url] !== letter) return
  if (letter.text !== text) return send(url)
  const again = !status || status === 408 || status === 429 || status >= 500
  if (again) {
    // Twice as long each time; the chance in it keeps many customers from coming back at once.
    letter.pause = Math.min(LONGEST_PAUSE, (letter.pause ?? 500) * 2)
    letter.timer = window.setTimeout(
      () => void send(url),
      Math.max(pause, letter.pause) * (1 + Math.random() / 2),
    )
  } else {
    delete letters[url]
    stored((storage) => storage.removeItem(PREFIX + url))
  }
  letter.tell?.(again ? 'waiting' : status < 400 ? 'saved' : 'refused')
}

async function attempt(url: string, body: string): Promise<[status: number, pause: number]> {
  try {
    const { status, headers } = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: true,
    })
    return [status, Number(headers.get('retry-after')) * 1000]
  } catch {
    return [0, 0]
  }
}

/** Without storage an answer is kept for as long as the page is open. */
function stored(use: (storage: Storage) => void) {
  try {
    use(localStorage)
  } catch {}
}
