import { expect, it } from 'vitest'
import { openSpool } from '../../../api/importing/files/spool.ts'

const ROWS = Array.from({ length: 5_000 }, (_, at) => ({ line: at + 1, cells: [`ü${at}`, 'x'] }))

it('returns what was written on every read, even after a reader that stopped early', async () => {
  const spool = openSpool()
  for (const row of ROWS) spool.write(row)
  for await (const batch of spool.batches()) {
    expect(batch[0]).toEqual(ROWS[0])
    break
  }
  for (let time = 0; time < 2; time++) {
    const found = []
    for await (const batch of spool.batches()) found.push(...batch)
    expect(found).toEqual(ROWS)
  }
})
