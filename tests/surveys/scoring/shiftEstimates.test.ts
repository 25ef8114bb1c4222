import { describe, expect, it } from 'vitest'
import { estimateChange } from '../../../surveys/scoring/shifts/changePoint.ts'
import { wobbleOf } from '../../../surveys/scoring/wobble.ts'
import { signalsOfWobble, detectedShifts } from '../../simulations/estimates.ts'
import { meanOf } from '../../simulations/markdown.ts'

describe('what is detected of a shift', () => {
  it('is not much larger than the truth, though few answers had to look worse to tell it', () => {
    const detected = detectedShifts(20, -10, 150)
    const size = meanOf(detected.map((shift) => shift.size))
    expect(size).toBeLessThan(-7)
    expect(size).toBeGreaterThan(-14)
    expect(meanOf(detected.map(({ naive }) => naive))).toBeLessThan(-15)
  })

  it('holds the true size and the true week within its limits', () => {
    const detected = detectedShifts(100, -10, 150)
    const share = (holds: (shift: (typeof detected)[number]) => boolean) =>
      detected.filter(holds).length / detected.length
    expect(share(({ low, high }) => low <= -10 && -10 <= high)).toBeGreaterThan(0.92)
    expect(share(({ first, last }) => first <= 0 && 0 <= last)).toBeGreaterThan(0.92)
    // "Since" is hardly ever weeks early, as where the average last crossed the baseline is.
    expect(share(({ since }) => since < -6)).toBeLessThan(0.1)
  })
})

it('raises a false alert once in five years at most for a score that varies around a steady mean', () => {
  const { reckoned, steady } = signalsOfWobble(1000, 3.7, 200)
  expect(reckoned).toBeLessThanOrEqual(0.2)
  expect(steady).toBeGreaterThan(1)
})

describe('the variation of a score', () => {
  const variance = 6100

  it('is found where there are enough answers, and next to none where sampling explains all', () => {
    const weeks = [-5, 4, -3, 5, -4, 3, 6, -6, 2, -2, 4, -5, 1].map((moved) => ({
      10: 5000 + 50 * moved,
      8: 3000,
      0: 2000 - 50 * moved,
    }))
    const found = Math.sqrt(wobbleOf('nps', weeks, variance).variance)
    expect(found).toBeGreaterThan(2.5)
    expect(found).toBeLessThan(6)
    const alike = Array.from({ length: 13 }, () => ({ 10: 5000, 8: 3000, 0: 2000 }))
    expect(Math.sqrt(wobbleOf('nps', alike, variance).variance)).toBeLessThan(0.5)
  })

  it('is none where fewer than three weeks have answers', () => {
    expect(wobbleOf('nps', [{ 10: 5 }, {}, { 0: 5 }], variance)).toEqual({ variance: 0, df: 0 })
  })
})

describe('the estimate of a change', () => {
  const usual = { mean: 30, variance: 4 }
  const scale = { sd: 78, low: -130, high: 70 }
  const weeks = (...means: number[]) => means.map((mean) => ({ mean, variance: 25 }))

  it('finds a clear step where it is', () => {
    const { onset, size } = estimateChange(weeks(30, 31, 29, 30, 5, 4, 6), usual, scale)
    expect(onset).toEqual({ likeliest: 4, first: 4, last: 4 })
    expect(size.estimate).toBeGreaterThan(-25.5)
    expect(size.estimate).toBeLessThan(-22)
    expect(size.low).toBeLessThan(size.estimate)
  })

  it('mirrors', () => {
    const down = estimateChange(weeks(28, 25, 20, 18), usual, scale)
    const up = estimateChange(weeks(32, 35, 40, 42), usual, { sd: 78, low: -70, high: 130 })
    expect(up.size.estimate).toBeCloseTo(-down.size.estimate, 6)
    expect(up.onset).toEqual(down.onset)
  })

  it('never leaves the scale', () => {
    const near = { mean: 98, variance: 1 }
    const { size } = estimateChange([{ mean: 100, variance: 9 }], near, {
      sd: 20,
      low: -198,
      high: 2,
    })
    expect(size.high).toBeLessThanOrEqual(2)
  })
})
