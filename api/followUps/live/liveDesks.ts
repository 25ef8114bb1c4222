import {
  keptChanges,
  keysInForce,
  readChanges,
  sessionsThatFollowUp,
} from '../../../db/followUps/liveChanges.ts'
import type { Actor } from '../../base/access.ts'
import type { Deps, LiveDesks } from '../../base/deps.ts'
import { tellable } from '../../base/problems.ts'
import { BEAT, changesEvent, readyEvent, resetEvent } from './events.ts'

/** Milliseconds between two reads of new changes while a desk is open. */
const READ_EVERY = 250
/** Reads between two beats (15 s), and between two checks of who may listen (3 s). */
const TURNS_PER_BEAT = 60
const TURNS_PER_CHECK = 12

/** More changes at once are not sent one by one: clients read their lists again. */
const MOST_AT_ONCE = 200

/** A client with more unread bytes is disconnected; it reconnects where it was. */
const MOST_UNREAD = 512 * 1024

type Desk = { actor: Actor; send(bytes: Uint8Array): void; close(): void }

/**
 * Sends changes of follow-ups to the clients that listen. The changes come from a table, so that
 * several servers can share it; one timer serves all clients and runs only while there are any.
 */
export function createLiveDesks({ db, now, log }: Pick<Deps, 'db' | 'now' | 'log'>): LiveDesks {
  const desks = new Set<Desk>()
  /** The last change that was sent to all. */
  let position = 0
  let timer: NodeJS.Timeout | undefined
  let turns = 0

  const sendAll = (bytes: Uint8Array) => {
    for (const desk of desks) desk.send(bytes)
  }
  const closeAll = () => {
    for (const desk of desks) desk.close()
  }

  const sendNew = async () => {
    const rows = await readChanges(db, position, MOST_AT_ONCE + 1)
    if (!rows.length) return
    if (rows.length > MOST_AT_ONCE) {
      position = (await keptChanges(db)).last
      sendAll(resetEvent(position))
    } else {
      position = rows.at(-1)!.no
      sendAll(changesEvent(rows))
    }
  }

  /** Closes the streams of sessions and keys that have ended, and of people who lost the role. */
  const checkActors = async () => {
    const listening = [...desks]
    const idsOf = (isPerson: boolean) =>
      listening.flatMap(({ actor }) =>
        actor.person === isPerson ? [actor.person ? actor.sessionId : actor.id] : [],
      )
    const still = new Set([
      ...(await sessionsThatFollowUp(db, idsOf(true), now())),
      ...(await keysInForce(db, idsOf(false), now())),
    ])
    for (const desk of listening)
      if (!still.has(desk.actor.person ? desk.actor.sessionId : desk.actor.id)) desk.close()
  }

  const turn = async () => {
    try {
      turns += 1
      await sendNew()
      if (turns % TURNS_PER_CHECK === 0) await checkActors()
      if (turns % TURNS_PER_BEAT === 0) sendAll(BEAT)
    } catch (error) {
      // Clients reconnect, which fails with the cause as long as it persists.
      log.error({ error: tellable(error) }, 'Changes of cases could not be sent')
      closeAll()
    }
    timer = undefined
    run()
  }
  const run = () => {
    if (desks.size) timer ??= setTimeout(() => void turn(), READ_EVERY).unref()
  }

  /** Sends the changes that a client missed, and adds it to the listeners. */
  const join = async (desk: Desk, after: number | null) => {
    const { first, last } = await keptChanges(db)
    if (!desks.size) position = last
    const isKnown = after !== null && after <= last && after >= first - 1
    let at = isKnown ? after : last
    desk.send(readyEvent(at))
    if (after !== null && !isKnown) desk.send(resetEvent(at))
    while (at < position) {
      const rows = await readChanges(db, at, MOST_AT_ONCE + 1)
      const isMany = rows.length > MOST_AT_ONCE
      at = isMany ? position : (rows.at(-1)?.no ?? position)
      if (rows.length) desk.send(isMany ? resetEvent(at) : changesEvent(rows))
    }
    desks.add(desk)
    run()
  }

  return {
    countOf: (id: string) => [...desks].filter(({ actor }) => actor.id === id).length,

    open(actor, after) {
      let isOpen = true
      let desk: Desk | undefined
      return new ReadableStream<Uint8Array>(
        {
          async start(controller) {
            const close = () => {
              if (isOpen) controller.close()
              isOpen = false
              desks.delete(desk!)
            }
            desk = {
              actor,
              close,
              send(bytes) {
                if (!isOpen) return
                controller.enqueue(bytes)
                if ((controller.desiredSize ?? 0) <= 0) close()
              },
            }
            await join(desk, after)
            if (!isOpen) desks.delete(desk)
          },
          cancel() {
            isOpen = false
            desks.delete(desk!)
          },
        },
        new ByteLengthQueuingStrategy({ highWaterMark: MOST_UNREAD }),
      )
    },

    stop() {
      clearTimeout(timer)
      closeAll()
    },
  }
}
