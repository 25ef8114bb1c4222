import type { ImportedRow } from '../../surveys/importing/rows.ts'

/** Limits memory. */
const MOST_CUSTOMERS = 100_000

/** How many customers a file names. `isMore`: there are more than were counted. */
export type CustomerCount = { n: number; isMore: boolean }

/** Counts distinct customers by what identifies them: their id, else their address, else their name. */
export function customerCounter() {
  const known = new Set<string>()
  let isMore = false
  return {
    take(row: ImportedRow | null): void {
      const { externalId, email, name } = row?.customer ?? {}
      const key = externalId ?? email?.toLowerCase() ?? name
      if (key === undefined || known.has(key)) return
      if (known.size < MOST_CUSTOMERS) known.add(key)
      else isMore = true
    },
    count: (): CustomerCount => ({ n: known.size, isMore }),
  }
}
