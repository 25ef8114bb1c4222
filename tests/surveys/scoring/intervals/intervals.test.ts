import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histogramOf, sizeOf } from '../../../../surveys/scoring/histogram.ts'
import type { Metric } from '../../../../surveys/scoring/metrics.ts'
import { npsInterval, tango } from '../../../../surveys/scoring/intervals/npsInterval.ts'
import {
  newcombe,
  wilson,
  type Interval,
} from '../../../../surveys/scoring/intervals/proportion.ts'
import { scoreOf, type Score } from '../../../../surveys/scoring/score.ts'
import { metricWithAnswers, mirror, times } from '../arbitraries.ts'

const ENDS: Record<Metric, [number, number]> = { nps: [-100, 100], csat: [0, 100], ces: [1, 7] }

describe('a 95 % interval', () => {
  test('holds the score and never leaves the scale', () => {
    fc.assert(
      fc.property(metricWithAnswers, ([metric, histogram]) => {
        const { score, low, high, n, share } = scoreOf(metric, histogram)
        fc.pre(n > 0)
        const [least, most] = ENDS[metric]
        expectOrder(least, low!, score!, high!, most)
        if (share) expectOrder(0, share.low, share.score, share.high, 100)
      }),
    )
  })

  test('shrinks as the same shares come from more answers', () => {
    fc.assert(
      fc.property(metricWithAnswers, fc.integer({ min: 2, max: 9 }), ([metric, histogram], k) => {
        fc.pre(sizeOf(histogram) > 0)
        expect(widthOf(scoreOf(metric, times(k, histogram)))).toBeLessThan(
          widthOf(scoreOf(metric, histogram)),
        )
      }),
    )
  })

  test('is mirrored when the happy and the unhappy change places', () => {
    fc.assert(
      fc.property(metricWithAnswers, ([metric, histogram]) => {
        fc.pre(sizeOf(histogram) > 0 && metric !== 'csat')
        const { low, high } = scoreOf(metric, histogram)
        const mirrored = scoreOf(metric, mirror(metric, histogram))
        const [least, most] = ENDS[metric]
        expect(mirrored.low).toBeCloseTo(least + most - high!, 6)
        expect(mirrored.high).toBeCloseTo(least + most - low!, 6)
      }),
    )
  })

  test('of an NPS is adjusted Wald, but Tango below ten answers or in one band', () => {
    expect(scoreOf('nps', { 9: 6, 0: 3 }).method).toBe('tango')
    expect(scoreOf('nps', { 9: 6, 0: 4 }).method).toBe('adjusted-wald')
    for (const value of [3, 7, 10]) expect(scoreOf('nps', { [value]: 40 }).method).toBe('tango')
    expect(scoreOf('csat', { 5: 3 }).method).toBe('wilson')
  })

  test('is never a point, however much the answers agree', () => {
    for (const value of [1, 4, 7]) {
      const { low, high } = scoreOf('ces', { [value]: 50 })
      expect(high! - low!).toBeGreaterThan(0.1)
    }
    expect(widthOf(scoreOf('nps', { 10: 50 }))).toBeGreaterThan(5)
  })

  test('of one CES answer is the whole scale', () => {
    expect(scoreOf('ces', { 6: 1 })).toMatchObject({ score: 6, low: 1, high: 7 })
  })

  test('of few CES answers at the end of the scale goes down, not up', () => {
    const { low, high } = scoreOf('ces', histogramOf([7, 7, 7, 7, 6]))
    expect(low).toBeLessThan(6)
    expect(high).toBeLessThanOrEqual(7)
  })
})

const bands = fc
  .tuple(fc.nat(300), fc.nat(300), fc.nat(300))
  .filter(([promoters, passives, detractors]) => promoters + passives + detractors > 0)

/** Each interval by itself, as a function of three bands; its scale; and the score it is about. */
const OF_BANDS: {
  name: string
  interval: (happy: number, neutral: number, unhappy: number) => Interval
  score: (happy: number, neutral: number, unhappy: number) => number
  ends: [number, number]
}[] = [
  ...[npsInterval, tango].map((interval) => ({
    name: interval.name,
    interval: (promoters: number, passives: number, detractors: number) =>
      interval({ promoters, detractors, n: promoters + passives + detractors }),
    score: (promoters: number, passives: number, detractors: number) =>
      (promoters - detractors) / (promoters + passives + detractors),
    ends: [-1, 1] as [number, number],
  })),
  {
    name: 'wilson',
    interval: (happy, neutral, unhappy) =>
      wilson((happy + neutral / 2) / (happy + neutral + unhappy), happy + neutral + unhappy),
    score: (happy, neutral, unhappy) => (happy + neutral / 2) / (happy + neutral + unhappy),
    ends: [0, 1],
  },
]

describe.each(OF_BANDS)('$name', ({ interval, score, ends: [least, most] }) => {
  test('holds the score, stays on the scale, and mirrors when the ends change places', () => {
    fc.assert(
      fc.property(bands, ([happy, neutral, unhappy]) => {
        const { low, high } = interval(happy, neutral, unhappy)
        expectOrder(least, low, score(happy, neutral, unhappy), high, most)
        const mirrored = interval(unhappy, neutral, happy)
        expect(mirrored.low).toBeCloseTo(least + most - high, 9)
        expect(mirrored.high).toBeCloseTo(least + most - low, 9)
      }),
    )
  })

  test('shrinks with n', () => {
    fc.assert(
      fc.property(bands, fc.integer({ min: 2, max: 9 }), ([happy, neutral, unhappy], k) => {
        const few = interval(happy, neutral, unhappy)
        const many = interval(k * happy, k * neutral, k * unhappy)
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })
})

describe("Newcombe's interval of a difference", () => {
  const part = fc
    .tuple(fc.nat(300), fc.nat(300))
    .filter(([count, others]) => count + others > 0)
    .map(([count, others]) => ({ count, n: count + others }))

  test('holds the difference and never leaves the scale', () => {
    fc.assert(
      fc.property(part, part, (before, after) => {
        const { low, high } = newcombe(before, after)
        const difference = after.count / after.n - before.count / before.n
        expectOrder(-1 - 1e-12, low, difference, high, 1 + 1e-12)
      }),
    )
  })

  test('mirrors when the sides change places, and when yes and no do', () => {
    const opposite = ({ count, n }: { count: number; n: number }) => ({ count: n - count, n })
    fc.assert(
      fc.property(part, part, (before, after) => {
        const { low, high } = newcombe(before, after)
        for (const turned of [
          newcombe(after, before),
          newcombe(opposite(before), opposite(after)),
        ]) {
          expect(turned.low).toBeCloseTo(-high, 9)
          expect(turned.high).toBeCloseTo(-low, 9)
        }
      }),
    )
  })

  test('shrinks with n', () => {
    const more = (k: number, { count, n }: { count: number; n: number }) => ({
      count: k * count,
      n: k * n,
    })
    fc.assert(
      fc.property(part, part, fc.integer({ min: 2, max: 9 }), (before, after, k) => {
        const few = newcombe(before, after)
        const many = newcombe(more(k, before), more(k, after))
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })
})

function expectOrder(...values: number[]): void {
  expect(values).toEqual(values.toSorted((a, b) => a - b))
}

function widthOf({ low, high }: Score): number {
  return high! - low!
}
