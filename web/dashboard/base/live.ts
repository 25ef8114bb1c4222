import { createSignal, onCleanup } from 'solid-js'
import type { LiveChange } from '../../../surveys/followUps.ts'
import { base } from './path.ts'
import { openStream, type LiveMessage } from './liveStream.ts'

/** The stream counts as cut when nothing came for this time, in milliseconds. */
const SILENT_FOR = 50_000

const [isLive, setLive] = createSignal(false)

/** Whether changes of cases arrive as they happen; if not, lists are read at intervals. */
export { isLive }

type Listener = (message: LiveMessage) => void
const listeners = new Set<Listener>()

/** How many changes are remembered for what was read before they came, and arrives after them. */
const REMEMBERED = 1_000
let latest: LiveChange[] = []

/** The changes received that follow this one, for a number that was counted up to it. */
export const changesAfter = (cursor: string) => latest.filter((change) => change.cursor > cursor)

/** Calls the listener with every change of a case while the component exists. */
export function onLive(listener: Listener): void {
  listeners.add(listener)
  onCleanup(() => listeners.delete(listener))
}

/**
 * Follows changes of cases. All tabs of a browser share one stream, since it may have few connections to
 * a server: the tab that holds a lock reads it and passes everything on. Browsers without locks, such as
 * over plain HTTP, go on reading at intervals.
 * @param person the id of who is signed in
 * @param after the last change that is known
 * @returns stops following
 */
export function followLive(person: string, after: string): () => void {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return () => {}
  const name = `ohlas.live${base}.${person}`
  const channel = new BroadcastChannel(name)
  const stopping = new AbortController()
  let cursor = after
  let silence: ReturnType<typeof setTimeout>

  const receive = (message: LiveMessage) => {
    cursor = message.cursor
    latest = [...latest, ...(message.changes ?? [])].slice(-REMEMBERED)
    clearTimeout(silence)
    silence = setTimeout(() => setLive(false), SILENT_FOR)
    setLive(true)
    for (const listener of listeners) listener(message)
  }
  const lead = () =>
    new Promise<void>((resolve) => {
      const end = openStream(cursor, (message) => {
        channel.postMessage(message)
        receive(message)
      })
      stopping.signal.addEventListener('abort', () => (end(), resolve()))
    })

  channel.addEventListener('message', ({ data }: MessageEvent<LiveMessage>) => receive(data))
  // Rejects if the page stops following while it waits.
  void navigator.locks.request(name, { signal: stopping.signal }, lead).catch(() => {})

  return () => {
    stopping.abort()
    channel.close()
    clearTimeout(silence)
    latest = []
    setLive(false)
  }
}
