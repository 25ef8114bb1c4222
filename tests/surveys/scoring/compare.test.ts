import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, type Comparison } from '../../../surveys/scoring/compare.ts'
import { sizeOf, type Histogram } from '../../../surveys/scoring/histogram.ts'
import type { Metric } from '../../../surveys/scoring/metrics.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { answers, METRICS, mirror, times } from './arbitraries.ts'

const twoPeriods = fc
  .constantFrom(...METRICS)
  .chain((metric) => fc.tuple(fc.constant(metric), answers(metric), answers(metric)))

describe('comparing two periods', () => {
  test('a rise of 32 with fifty answers on each side is more than chance explains', () => {
    const comparison = compare('nps', { 10: 20, 8: 18, 0: 12 }, { 10: 30, 8: 15, 0: 5 })
    expect(comparison.difference).toBeCloseTo(34, 12)
    expect(comparison.p).toBeCloseTo(0.02434092004, 9)
    expect(comparison.verdict).toBe('up')
  })

  test('a small change is no change that the answers can show, and says what it would take', () => {
    const before = { 10: 50, 8: 30, 0: 20 }
    const { verdict, difference, detectable } = compare('nps', before, { 10: 53, 8: 29, 0: 18 })
    expect(verdict).toBe('no-change')
    expect(difference).toBeCloseTo(5, 12)
    expect(detectable).toBeGreaterThan(15)
    expect(detectable).toBeLessThan(30)
  })

  test('below ten answers on either side nothing is claimed', () => {
    const some = { 5: 9 }
    const many = { 1: 500 }
    const silent = { low: null, high: null, p: null, detectable: null, verdict: 'too-few' }
    expect(compare('csat', many, some)).toEqual({ difference: 100, ...silent })
    expect(compare('csat', some, many)).toEqual({ difference: -100, ...silent })
    expect(compare('csat', many, {})).toEqual({ difference: null, ...silent })
  })

  test('the difference is not the difference of rounded scores', () => {
    const before = { 10: 3, 8: 10 }
    const after = { 10: 8, 8: 5 }
    expect(compare('nps', before, after).difference).toBeCloseTo((100 * 5) / 13, 10)
  })

  test('answers that all agree on both sides can differ, but not with certainty', () => {
    const { p, low, high } = compare('ces', { 7: 40 }, { 6: 40 })
    expect(p).toBeGreaterThan(0.001)
    expect(p).toBeLessThan(0.05)
    expect(low).toBeLessThan(-1)
    expect(high).toBeLessThan(0)
    expect(compare('ces', { 7: 12 }, { 6: 12 }).verdict).toBe('no-change')
    expect(compare('ces', { 7: 12 }, { 7: 12 })).toMatchObject({ p: 1, verdict: 'no-change' })
    expect(compare('csat', { 5: 12 }, { 5: 12 })).toMatchObject({ p: 1, difference: 0 })
  })

  test('what it would take is more than nothing, even from one end of the scale', () => {
    const { verdict, detectable } = compare('nps', { 0: 75 }, { 7: 10 })
    expect(verdict).toBe('up')
    expect(detectable).toBeGreaterThan(15)
    expect(detectable).toBeLessThan(100)
  })

  test('from one end of the CES scale to the other is as far as a change can go', () => {
    const { p, low, high } = compare('ces', { 1: 10 }, { 7: 10 })
    expect(high).toBe(6)
    expect(low).toBeLessThan(6)
    expect(p).toBeLessThan(0.001)
  })

  test('goes the other way when the periods change places', () => {
    fc.assert(
      fc.property(twoPeriods, ([metric, before, after]) => {
        const there = judged(metric, before, after)
        const back = judged(metric, after, before)
        expect(back.difference).toBeCloseTo(-there.difference, 9)
        expect(back.p).toBeCloseTo(there.p, 9)
        expect(back.low).toBeCloseTo(-there.high, 9)
      }),
    )
  })

  test('its interval holds the difference and stays within what two scores can differ', () => {
    fc.assert(
      fc.property(twoPeriods, ([metric, before, after]) => {
        const { difference, low, high } = judged(metric, before, after)
        const widest = { nps: 200, csat: 100, ces: 6 }[metric] + 1e-9
        expect(low).toBeLessThanOrEqual(difference + 1e-9)
        expect(high).toBeGreaterThanOrEqual(difference - 1e-9)
        expect(low).toBeGreaterThanOrEqual(-widest)
        expect(high).toBeLessThanOrEqual(widest)
      }),
    )
  })

  test('the verdict says what the numbers beside it say', () => {
    fc.assert(
      fc.property(twoPeriods, ([metric, before, after]) => {
        const { difference, verdict, p, detectable } = judged(metric, before, after)
        if (verdict === 'no-change') expect(p).toBeGreaterThanOrEqual(0.05)
        if (verdict === 'up') expect(difference).toBeGreaterThan(0)
        if (verdict === 'down') expect(difference).toBeLessThan(0)
        expect(detectable).toBeGreaterThan(0)
        if (verdict !== 'no-change') expect(Math.abs(difference)).toBeGreaterThan(detectable - 1e-9)
      }),
    )
  })

  test('an NPS or CES interval is on one side of nothing just when the test says so', () => {
    fc.assert(
      fc.property(twoPeriods, ([metric, before, after]) => {
        fc.pre(metric !== 'csat')
        const { difference, low, high, p, detectable } = judged(metric, before, after)
        const isReal = p < 0.05
        expect(low > 0 || high < 0).toBe(isReal)
        const beyond = Math.abs(difference) - detectable
        expect(isReal ? beyond : -beyond).toBeGreaterThanOrEqual(-1e-9)
      }),
    )
  })

  test('its interval shrinks as the same shares come from more answers', () => {
    fc.assert(
      fc.property(twoPeriods, fc.integer({ min: 2, max: 9 }), ([metric, before, after], k) => {
        const few = judged(metric, before, after)
        const many = judged(metric, times(k, before), times(k, after))
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })

  test('its interval is mirrored when the happy and the unhappy change places', () => {
    fc.assert(
      fc.property(twoPeriods, ([metric, before, after]) => {
        fc.pre(metric !== 'csat')
        const { low, high, p } = judged(metric, before, after)
        const mirrored = judged(metric, mirror(metric, before), mirror(metric, after))
        expect(mirrored.low).toBeCloseTo(-high, 6)
        expect(mirrored.high).toBeCloseTo(-low, 6)
        expect(mirrored.p).toBeCloseTo(p, 6)
      }),
      // Exactly in the middle of the scale, where neither end is the nearer one.
      { examples: [[['ces', { 1: 30 }, { 4: 10 }]]] },
    )
  })

  test('what would have been needed is within reach of the scale', () => {
    fc.assert(
      fc.property(twoPeriods, ([metric, before, after]) => {
        fc.pre(metric !== 'ces')
        const { detectable } = judged(metric, before, after)
        const score = scoreOf(metric, before).score!
        const room = Math.max(100 - score, score - (metric === 'nps' ? -100 : 0))
        expect(detectable).toBeLessThanOrEqual(room + 1e-9)
      }),
    )
  })
})

type Judged = { [key in keyof Comparison]: NonNullable<Comparison[key]> }

function judged(metric: Metric, before: Histogram, after: Histogram): Judged {
  fc.pre(sizeOf(before) >= 10 && sizeOf(after) >= 10)
  return compare(metric, before, after) as Judged
}
