import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Db } from '../../db/statements.ts'
import { runFor, type Requester } from '../../db/requestScope.ts'
import { NoLongerWanted, TooManyReads } from '../../surveys/errors.ts'
import { makeDatabase } from '../support/database.ts'
import { holdReads } from '../support/threads/heldReads.ts'

/** Runs a background read that counts up to a number. */
const count = async (db: Db, to: number) => {
  const row = await db.background.get<[number]>(
    sql`with recursive counted(i) as (select 1 union all select i + 1 from counted where i < ${to}) select count(*) from counted`,
  )
  return row[0]
}

/** Creates a person's request that can be aborted. */
function aRequest(person: string) {
  let gone = false
  const asker: Requester = { person, hasGone: () => gone }
  const counts = (db: Db, to: number) => runFor(asker, () => count(db, to))
  return { counts, leave: () => (gone = true) }
}

it('drops queued reads of a client that disconnected, and no others', async () => {
  const db = await makeDatabase()
  const leaving = aRequest('anna')
  const first = aRequest('anna').counts(db, 2)
  const dropped = leaving.counts(db, 3)
  const kept = aRequest('anna').counts(db, 4)
  leaving.leave()
  await expect(dropped).rejects.toMatchObject({ cause: new NoLongerWanted() })
  expect(await Promise.all([first, kept])).toEqual([2, 4])
})

it('finishes a running read, and continues with the next', async () => {
  const { start, deliver } = holdReads()
  const db = await makeDatabase(undefined, start)
  const leaving = aRequest('anna')
  const begun = leaving.counts(db, 5)
  await setImmediate()
  leaving.leave()
  await deliver()
  expect(await begun).toBe(5)
  const failing = expect(db.background.get(sql`select nothing`)).rejects.toThrow()
  await setImmediate()
  await deliver()
  await failing
  const next = count(db, 6)
  await setImmediate()
  await deliver()
  expect(await next).toBe(6)
})

it('takes turns, so that nobody waits for all of another person’s reads', async () => {
  const { start, deliver } = holdReads()
  const db = await makeDatabase(undefined, start)
  const order: string[] = []
  const reads = (person: string, n: number) =>
    Array.from({ length: n }, () =>
      aRequest(person)
        .counts(db, 1)
        .then(() => order.push(person)),
    )
  const all = [...reads('anna', 6), ...reads('ben', 2), ...reads('cleo', 1)]
  while (order.length < all.length) {
    await setImmediate()
    await deliver()
    await setImmediate()
  }
  expect(order.indexOf('cleo')).toBeLessThan(5)
  expect(order.lastIndexOf('ben')).toBeLessThan(5)
})

it('refuses a person with too many waiting requests, says when to retry, and refuses nobody else', async () => {
  const db = await makeDatabase()
  const accepted = aRequest('anna')
  const first = Array.from({ length: 31 }, (_, at) =>
    (at === 5 ? accepted : aRequest('anna')).counts(db, 1),
  )
  const refused = aRequest('anna').counts(db, 2)
  await expect(refused).rejects.toMatchObject({ cause: expect.any(TooManyReads) })
  const { cause } = (await refused.catch((error: unknown) => error)) as { cause: TooManyReads }
  expect(cause.retryAfter).toBeGreaterThanOrEqual(1)
  const others = await Promise.all([
    accepted.counts(db, 7),
    aRequest('ben').counts(db, 8),
    count(db, 9),
  ])
  expect(others).toEqual([7, 8, 9])
  expect((await Promise.all(first)).length).toBe(31)
  expect(await aRequest('anna').counts(db, 10)).toBe(10)
})
