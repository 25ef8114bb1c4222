import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../../web/dashboard/scores/flags.ts'

const weeks = [
  { from: '2026-03-02', to: '2026-03-08' },
  { from: '2026-03-09', to: '2026-03-15' },
]

describe('where a day stands on the trend', () => {
  it('is in the middle of its period for the middle day, and on its way before and after', () => {
    expect(placeOf(weeks, '2026-03-05')).toBe(0)
    expect(placeOf(weeks, '2026-03-09')).toBeCloseTo(0.5 + 0.5 / 7, 10)
    expect(placeOf(weeks, '2026-03-15')).toBeCloseTo(1.5 - 0.5 / 7, 10)
  })

  it('is nowhere before the first and after the last day', () => {
    expect(placeOf(weeks, '2026-03-01')).toBeNull()
    expect(placeOf(weeks, '2026-03-16')).toBeNull()
  })
})
