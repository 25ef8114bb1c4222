import type { LiveChange as Row } from '../../../db/followUps/liveChanges.ts'
import type { LiveChange } from '../../../surveys/followUps.ts'
import { cursorOf } from './cursor.ts'

// Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html

const encoder = new TextEncoder()

/** How long a client waits before it reconnects, in milliseconds. */
const RETRY = 3_000

/** Shows that the stream is alive, also to scripts, which can't see comments. */
export const BEAT = encoder.encode('event: beat\ndata: {}\n\n')

/** The first event: changes after this one follow. */
export const readyEvent = (no: number) =>
  encoder.encode(`retry: ${RETRY}\nid: ${cursorOf(no)}\nevent: ready\ndata: {}\n\n`)

/** Tells a client to read everything again, because changes before this one were omitted. */
export const resetEvent = (no: number) =>
  encoder.encode(`id: ${cursorOf(no)}\nevent: reset\ndata: {}\n\n`)

/** Changes that were read together. */
export const changesEvent = (rows: Row[]) =>
  encoder.encode(
    `id: ${cursorOf(rows.at(-1)!.no)}\nevent: changes\ndata: ${JSON.stringify(rows.map(toChange))}\n\n`,
  )

function toChange(row: Row): LiveChange {
  const { wasState, wasOwnerId, state, ownerId } = row
  return {
    cursor: cursorOf(row.no),
    id: row.id,
    survey: row.surveyId,
    // Zero if the follow-up has been withdrawn since; that change follows.
    openedAt: row.openedAt ?? 0,
    dueAt: row.dueAt,
    before: wasState && { state: wasState, owner: wasOwnerId },
    after: state && {
      state,
      reason: row.reason,
      note: row.note,
      owner: ownerId && row.ownerName ? { id: ownerId, name: row.ownerName } : null,
      contactedAt: row.contactedAt,
      closedAt: row.closedAt,
      updatedAt: row.updatedAt ?? 0,
    },
    isAnswer: row.isAnswer,
  }
}
