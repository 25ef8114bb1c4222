import { describe, expect, it } from 'vitest'
import type { Histogram } from '../../../surveys/scoring/histogram.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { newShift, shiftsAfter, type ReportedShift } from '../../../surveys/watching/shifts.ts'

const usual: Histogram = { 10: 25, 8: 15, 0: 10 }
const worse: Histogram = { 10: 15, 8: 15, 0: 20 }
const baseline = { from: 0, to: 55, ...scoreOf('nps', { 10: 200, 8: 120, 0: 80 }) }

/** Weeks from day 0 on, so that day 56 begins the first after the baseline. */
const weeksOf = (histograms: Histogram[]) =>
  histograms.map((histogram, at) => ({ from: 7 * at, to: 7 * at + 6, histogram }))
const eight = Array.from({ length: 8 }, () => usual)

describe('the shifts of a score', () => {
  it('are looked for after the baseline, and named by the Mondays of their weeks', () => {
    const weeks = weeksOf([...eight, usual, worse, worse, worse])
    const [shift, ...others] = shiftsAfter('nps', baseline, weeks)
    expect(others).toEqual([])
    expect(shift).toMatchObject({ since: 63, at: 70, direction: 'down', n: 100 })
    expect(shift!.onset.from).toBeLessThanOrEqual(63)
    expect(shift!.onset.to).toBeLessThanOrEqual(70)
    expect(shift!.low).toBeLessThan(-40)
    expect(shift!.size).toBeGreaterThan(-40)
    expect(shift!.high).toBeLessThan(-10)
    expect(shift!.score).toBe(baseline.score! + shift!.size)
  })

  it('are none in the weeks of the baseline itself', () => {
    const weeks = weeksOf(Array.from({ length: 8 }, () => worse))
    expect(shiftsAfter('nps', baseline, weeks)).toEqual([])
  })

  it('are raised again only if the score has been back at the baseline in between', () => {
    const better: Histogram = { 10: 32, 8: 10, 0: 8 }
    const wavering = [worse, worse, usual, usual, usual, worse, worse]
    expect(shiftsAfter('nps', baseline, weeksOf([...eight, ...wavering]))).toHaveLength(1)
    const there = [worse, worse, better, better, better, better, worse, worse, worse, worse]
    const shifts = shiftsAfter('nps', baseline, weeksOf([...eight, ...there]))
    expect(shifts.filter(({ direction }) => direction === 'down')).toHaveLength(2)
  })
})

describe('an alert about a shift', () => {
  const shift: ReportedShift = {
    since: 63,
    at: 70,
    onset: { from: 56, to: 70 },
    direction: 'down',
    score: -10,
    size: -40,
    low: -60,
    high: -20,
    n: 100,
  }

  it('is raised for the latest shift, once', () => {
    expect(newShift([shift], 77, null)).toBe(shift)
    expect(newShift([shift], 77, { at: 70, direction: 'down' })).toBeNull()
  })

  it('is not raised again when late answers move the week in which it signalled', () => {
    expect(newShift([{ ...shift, at: 77 }], 84, { at: 70, direction: 'down' })).toBeNull()
    expect(
      newShift([{ ...shift, since: 56, at: 63 }], 84, { at: 70, direction: 'down' }),
    ).toBeNull()
  })

  it('is raised for the next one: in the other direction, or after the score was back', () => {
    expect(newShift([shift], 77, { at: 63, direction: 'up' })).toBe(shift)
    expect(newShift([shift], 77, { at: 56, direction: 'down' })).toBe(shift)
  })

  it('is not raised about a shift that was detected more than four weeks ago', () => {
    expect(newShift([shift], 104, null)).toBe(shift)
    expect(newShift([shift], 105, null)).toBeNull()
    expect(newShift([], 105, null)).toBeNull()
  })
})
