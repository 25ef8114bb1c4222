import { describe, expect, test } from 'vitest'
import { FUNNEL_Z, funnelLimits } from '../../../surveys/scoring/funnel.ts'
import type { Histogram } from '../../../surveys/scoring/histogram.ts'

describe('the limits of a funnel plot', () => {
  test('are target ± z·√(p(1 − p)/n) for a share', () => {
    // 80 % of 10,000 satisfied; by hand for n = 100: 80 ± 1.96·4 and 80 ± 3.09·4.
    const everyone: Histogram = { 5: 8_000, 1: 2_000 }
    const inner = funnelLimits('csat', everyone, 100, FUNNEL_Z.inner)
    expect(inner.low).toBeCloseTo(72.16, 2)
    expect(inner.high).toBeCloseTo(87.84, 2)
    const outer = funnelLimits('csat', everyone, 100, FUNNEL_Z.outer)
    expect(outer.low).toBeCloseTo(67.64, 2)
    expect(outer.high).toBeCloseTo(92.36, 2)
  })

  test('take the variance of the NPS from everyone', () => {
    // P = .5, D = .2: variance 10,000·(.7 − .09) = 6,100; at n = 61 the standard error is 10.
    const everyone: Histogram = { 10: 50_000, 8: 30_000, 0: 20_000 }
    const { low, high } = funnelLimits('nps', everyone, 61, 1)
    expect(low).toBeCloseTo(20, 2)
    expect(high).toBeCloseTo(40, 2)
  })

  test('narrow with the root of n and stay inside the scale', () => {
    const everyone: Histogram = { 7: 900, 6: 80, 1: 20 }
    const widthAt = (n: number) => {
      const { low, high } = funnelLimits('ces', everyone, n, FUNNEL_Z.inner)
      return high - low
    }
    expect(widthAt(400)).toBeCloseTo(widthAt(100) / 2, 10)
    expect(funnelLimits('ces', everyone, 1, FUNNEL_Z.outer)).toMatchObject({ high: 7 })
    expect(funnelLimits('nps', { 0: 1, 10: 1 }, 1, FUNNEL_Z.outer)).toEqual({
      low: -100,
      high: 100,
    })
  })
})
