import { describe, expect, test } from 'vitest'
import { ewma } from '../../../surveys/scoring/shifts/ewma.ts'
import type { Histogram } from '../../../surveys/scoring/histogram.ts'
import { detectShifts } from '../../../surveys/scoring/shifts/shift.ts'

const usual: Histogram = { 10: 25, 8: 15, 0: 10 }
const worse: Histogram = { 10: 15, 8: 15, 0: 20 }
const baseline: Histogram = { 10: 1300, 8: 780, 0: 520 }

describe('the shift chart', () => {
  test('stays quiet while nothing changes', () => {
    const { points, shifts } = detectShifts('nps', weeksOf(20, usual), baseline)
    expect(shifts).toEqual([])
    expect(points).toHaveLength(20)
    expect(points.every(({ ewma, z }) => ewma === 0 && z === 0)).toBe(true)
  })

  test('reports a lasting fall once, with its time and size', () => {
    const weeks = [usual, usual, usual, ...weeksOf(6, worse)]
    const { shifts } = detectShifts('nps', weeks, baseline)
    expect(shifts).toHaveLength(1)
    expect(shifts[0]).toMatchObject({ at: 4, since: 3, direction: 'down' })
    expect(shifts[0]!.onset.first).toBeLessThanOrEqual(3)
    expect(shifts[0]!.onset.last).toBeGreaterThanOrEqual(3)
    expect(shifts[0]!.low).toBeLessThan(-40)
    expect(shifts[0]!.high).toBeGreaterThan(-40)
  })

  test('a baseline set anew after the shift makes the new level the usual', () => {
    const weeks = weeksOf(10, worse)
    expect(detectShifts('nps', weeks, { 10: 780, 8: 780, 0: 1040 }).shifts).toEqual([])
  })

  test('treats a week without answers as a gap, not as zero', () => {
    const gappy = detectShifts('nps', [usual, {}, worse, {}, worse], baseline)
    const whole = detectShifts('nps', [usual, worse, worse], baseline)
    expect(gappy.points.map(({ at }) => at)).toEqual([0, 2, 4])
    expect(gappy.points.map(({ ewma }) => ewma)).toEqual(whole.points.map(({ ewma }) => ewma))
    expect(gappy.shifts.map(({ at, since }) => [at, since])).toEqual([[4, 2]])
  })

  test('a shorter baseline widens the limits', () => {
    const limit = (n: number) =>
      detectShifts('nps', [usual], { 10: 5 * n, 8: 3 * n, 0: 2 * n }).points[0]!.limit
    expect(limit(10)).toBeGreaterThan(limit(100))
    expect(limit(1e6)).toBeCloseTo(2.86 * 0.2, 3)
  })

  test('a baseline in which all agree does not turn one other answer into a shift', () => {
    const { shifts } = detectShifts('csat', [{ 5: 29, 3: 1 }, { 5: 30 }], { 5: 100 })
    expect(shifts).toEqual([])
  })

  test('an empty baseline is refused', () => {
    expect(() => detectShifts('nps', [usual], {})).toThrow('a baseline needs answers')
  })
})

describe('the moving average', () => {
  test('has the standard deviation of its closed form, growing to its asymptote', () => {
    const points = ewma(Array<number>(60).fill(10), { center: 10, sd: 2, lambda: 0.5, L: 3 })
    expect(Math.abs(points[1]!.sigma - Math.sqrt(1.25))).toBeLessThan(1e-12)
    expect(points.at(-1)!.sigma).toBeCloseTo(2 / Math.sqrt(3), 12)
    expect(points.at(-1)).toMatchObject({ ewma: 10, limit: 3 * points.at(-1)!.sigma })
  })
})

function weeksOf(count: number, answers: Histogram): Histogram[] {
  return Array.from({ length: count }, () => answers)
}
