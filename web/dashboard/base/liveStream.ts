import type { LiveChange } from '../../../surveys/followUps.ts'
import { base } from './path.ts'

/** What a stream delivers; `null` changes mean that lists have to be read again. */
export type LiveMessage = { cursor: string; changes: LiveChange[] | null }

/** A stream that doesn't begin within this time is held back by a proxy, in milliseconds. */
const BEGINS_WITHIN = 10_000
/** The server sends something every 15 seconds. */
const SILENT_FOR = 45_000
const RETRY_AFTER = 15_000
/** After a stream that was held back. */
const RETRY_LATER = 5 * 60_000

/**
 * Follows the server's changes of cases, and begins again where it was whenever the stream ends.
 * @param after the last change that is known
 * @param onMessage gets every message, also beats, which have no changes
 * @returns ends it
 */
export function openStream(after: string, onMessage: (message: LiveMessage) => void): () => void {
  let cursor = after
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout>

  const restartIn = (milliseconds: number) => {
    source?.close()
    clearTimeout(timer)
    timer = setTimeout(open, milliseconds)
  }
  const open = () => {
    source = new EventSource(`${base}/api/v1/follow-up-events?after=${encodeURIComponent(cursor)}`)
    timer = setTimeout(() => restartIn(RETRY_LATER), BEGINS_WITHIN)
    const listen = (event: string, changesIn: (data: string) => LiveMessage['changes']) =>
      source!.addEventListener(event, ({ data, lastEventId }: MessageEvent<string>) => {
        clearTimeout(timer)
        timer = setTimeout(() => restartIn(0), SILENT_FOR)
        cursor = lastEventId || cursor
        onMessage({ cursor, changes: changesIn(data) })
      })
    listen('ready', () => [])
    listen('beat', () => [])
    listen('reset', () => null)
    listen('changes', (data) => JSON.parse(data) as LiveChange[])
    // The browser reconnects by itself, unless the server refused.
    source.addEventListener('error', () => {
      if (source!.readyState === EventSource.CLOSED) restartIn(RETRY_AFTER)
    })
  }
  open()
  return () => {
    source?.close()
    clearTimeout(timer)
  }
}
