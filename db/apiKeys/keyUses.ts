import { HOUR } from '../../surveys/durations.ts'
import type { Db } from '../statements.ts'
import { storeKeyUses } from './apiKeys.ts'

export type KeyUses = ReturnType<typeof collectKeyUses>

/** Collects when keys were used, to the hour, so that no request writes for it. */
export function collectKeyUses(db: Db) {
  let waiting = new Map<string, number>()
  return {
    /** @param key.lastUsedAt as stored */
    add({ id, lastUsedAt }: { id: string; lastUsedAt: number | null }, now: number): void {
      const hour = Math.floor(now / HOUR) * HOUR
      if (lastUsedAt === null || lastUsedAt < hour) waiting.set(id, hour)
    },
    /** Stores what was collected; what can't be stored waits for the next time. */
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
