import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histogramOf, sizeOf, type Histogram } from '../../../surveys/scoring/histogram.ts'
import { bandOf, SCALES, type Metric } from '../../../surveys/scoring/metrics.ts'
import { scoreOf, type Score } from '../../../surveys/scoring/score.ts'
import { metricWithAnswers } from './arbitraries.ts'

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

function expectOrder(...values: number[]): void {
  expect(values).toEqual(values.toSorted((a, b) => a - b))
}

function widthOf({ low, high }: Score): number {
  return high! - low!
}

function times(k: number, histogram: Histogram): Histogram {
  return Object.fromEntries(Object.entries(histogram).map(([value, n]) => [value, k * n]))
}

function mirror(metric: Metric, histogram: Histogram): Histogram {
  const { min, max } = SCALES[metric]
  const opposite = (value: number) => {
    if (metric !== 'nps') return min + max - value
    return { unhappy: max, neutral: value, happy: min }[bandOf(metric, value)]
  }
  const answers = Object.entries(histogram).flatMap(([value, n]) =>
    Array<number>(n).fill(opposite(Number(value))),
  )
  return histogramOf(answers)
}
