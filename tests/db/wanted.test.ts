import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Db } from '../../db/open.ts'
import { whileWanted } from '../../db/wanted.ts'
import { NoLongerWanted } from '../../surveys/errors.ts'
import { makeDatabase } from '../support/database.ts'

/** Counts to so many, a few million a second. */
const count = async (db: Db, to: number) =>
  await db.aside.get<[number]>(
    sql`with recursive counted(i) as (select 1 union all select i + 1 from counted where i < ${to}) select count(*) from counted`,
  )

it('reads nothing aside for someone who has gone before it began, and everything for others', async () => {
  const db = await makeDatabase()
  const leaving = new AbortController()
  const first = count(db, 2_000_000)
  const dropped = whileWanted(leaving, () => count(db, 3))
  const kept = whileWanted(new AbortController(), () => count(db, 4))
  const nobodys = count(db, 5)
  leaving.abort()
  await expect(dropped).rejects.toMatchObject({ cause: new NoLongerWanted() })
  expect(await Promise.all([first, kept, nobodys])).toEqual([[2_000_000], [4], [5]])
})

it('finishes what had begun, and starts anew with the next', async () => {
  const db = await makeDatabase()
  const leaving = new AbortController()
  const begun = whileWanted(leaving, () => count(db, 1_000_000))
  await setImmediate()
  leaving.abort()
  expect(await begun).toEqual([1_000_000])
  await expect(db.aside.get(sql`select nothing`)).rejects.toThrow()
  expect(await count(db, 6)).toEqual([6])
})
