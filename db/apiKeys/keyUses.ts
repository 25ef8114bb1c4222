import { HOUR } from '../../surveys/durations.ts'
import type { Db } from '../statements.ts'
import { storeKeyUses } from './apiKeys.ts'

export type KeyUses = ReturnType<typeof collectKeyUses>

/** Collects the hour of each key's last use, so that requests don't write to the database. */
export function collectKeyUses(db: Db) {
  let waiting = new Map<string, number>()
  return {
    /** @param key.lastUsedAt as stored */
    add({ id, lastUsedAt }: { id: string; lastUsedAt: number | null }, now: number): void {
      const hour = Math.floor(now / HOUR) * HOUR
      if (lastUsedAt === null || lastUsedAt < hour) waiting.set(id, hour)
    },
    /** Stores the collected times; keeps them for the next call if that fails. */
    async store(): Promise<void> {
      const uses = waiting
      if (!uses.size) return
      waiting = new Map()
      try {
        await storeKeyUses(db, uses)
      } catch (error) {
        waiting = new Map([...uses, ...waiting])
        throw error
      }
    },
  }
}
