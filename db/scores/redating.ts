import { and, gt, inArray, sql } from 'drizzle-orm'
import { dayOf, isoOf } from '../../surveys/days.ts'
import type { Db } from '../statements.ts'
import { followUp, response } from '../schema/index.ts'
import { moveScoreboard } from '../scoreboard/board.ts'

/** The current time in milliseconds UTC, and the workspace's time zone. */
type World = { now: number; timeZone: string }

const AT_A_TIME = 500

/** Finds responses dated after today, by a file or a wrong clock. @returns one line per response */
export async function futureDated(db: Db, world: World): Promise<string[]> {
  const rows = await readFuture(db, world)
  return rows.map(
    ({ id, day }) =>
      `response ${id} is dated ${isoOf(day)}, after today; it counts from that day on`,
  )
}

/**
 * Redates responses that are dated after today, and their follow-ups, to now.
 * @returns how many there were
 */
export async function redateFuture(db: Db, world: World): Promise<number> {
  const { now, timeZone } = world
  const numbers = (await readFuture(db, world)).map(({ no }) => no)
  for (let from = 0; from < numbers.length; from += AT_A_TIME) {
    const some = numbers.slice(from, from + AT_A_TIME)
    const theirs = sql`response_no in (${sql.join(some, sql`, `)})`
    await db.atomically((orm) => [
      moveScoreboard(orm, 'minus', theirs, { pooled: true }),
      orm
        .update(response)
        .set({ answeredAt: now, day: dayOf(now, timeZone) })
        .where(inArray(response.no, some)),
      moveScoreboard(orm, 'plus', theirs, { pooled: true }),
      orm
        .update(followUp)
        .set({ openedAt: now, dueAt: sql`${now} + ${followUp.dueAt} - ${followUp.openedAt}` })
        .where(and(inArray(followUp.responseNo, some), gt(followUp.openedAt, now))),
    ])
  }
  return numbers.length
}

function readFuture(db: Db, { now, timeZone }: World) {
  return db.background
    .select({ no: response.no, id: response.id, day: response.day })
    .from(response)
    .where(gt(response.day, dayOf(now, timeZone)))
    .orderBy(response.no)
}
