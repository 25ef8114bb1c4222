import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addHistograms,
  histogramOf,
  sizeOf,
  type Histogram,
} from '../../../surveys/scoring/histogram.ts'
import { BANDS, bandOf, isMetric, isOnScale, SCALES } from '../../../surveys/scoring/metrics.ts'
import { roundHalfAway } from '../../../surveys/scoring/round.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { metricWithAnswers } from './arbitraries.ts'

describe('a score', () => {
  test('the bank with 2,309 promoters and 1,719 detractors of 5,000 has an NPS of +11.8', () => {
    const { score, n, bands } = scoreOf('nps', { 10: 2309, 8: 972, 2: 1719 })
    expect(score).toBe(11.8)
    expect(n).toBe(5000)
    expect(bands).toEqual({ unhappy: 1719, neutral: 972, happy: 2309 })
  })

  test('an NPS of zero is a score, and no answers is none', () => {
    expect(scoreOf('nps', { 0: 3, 10: 3 })).toMatchObject({ score: 0, n: 6 })
    expect(scoreOf('nps', {})).toMatchObject({ score: null, low: null, high: null, n: 0 })
    expect(scoreOf('ces', { 3: 0 })).toMatchObject({ score: null, share: null, method: 'none' })
  })

  test('zero is an answer like any other', () => {
    expect(scoreOf('nps', { 0: 1 })).toMatchObject({ score: -100, n: 1 })
  })

  test('only answers are in the denominator: three of four who answered, however many were asked', () => {
    expect(scoreOf('csat', histogramOf([5, 4, 4, 1])).score).toBe(75)
  })

  test('CES is the mean, with the share of 5 to 7 beside it', () => {
    const { score, share } = scoreOf('ces', { 7: 2, 5: 1, 4: 1 })
    expect(score).toBe(5.75)
    expect(share?.score).toBe(75)
    expect(scoreOf('csat', { 5: 1 }).share).toBeNull()
  })

  test('what is off the scale, a fraction or no count is refused', () => {
    const wrong: Histogram[] = [
      { 11: 1 },
      { '-1': 1 },
      { 9.5: 1 },
      { 9: -1 },
      { 9: 1.5 },
      { 9: NaN },
    ]
    for (const histogram of wrong) expect(() => scoreOf('nps', histogram)).toThrow(RangeError)
    expect(() => scoreOf('csat', { 0: 1 })).toThrow('0 is not on the csat scale')
    expect(() => scoreOf('csat', { 0: 0 })).toThrow(RangeError)
  })

  test('evidenceLevel follows the number of answers', () => {
    const standings = [0, 1, 4, 5, 9, 10, 29, 30].map((n) => scoreOf('nps', { 9: n }).evidenceLevel)
    const expected = ['none', 'answers', 'answers', 'small', 'small', 'early', 'early', 'full']
    expect(standings).toEqual(expected)
  })

  test('every value of the scale is in its histogram, also those nobody gave', () => {
    expect(scoreOf('csat', { 5: 2 }).histogram).toEqual({ 1: 0, 2: 0, 3: 0, 4: 0, 5: 2 })
  })

  test('is the same after a trip through JSON', () => {
    const score = scoreOf('ces', { 7: 12, 2: 3 })
    expect(scoreOf('ces', JSON.parse(JSON.stringify(score.histogram)))).toEqual(score)
  })

  test('pools: days are added, not averaged', () => {
    const [monday, tuesday] = [{ 10: 1 }, { 0: 9 }]
    expect(scoreOf('nps', addHistograms(monday, tuesday)).score).toBe(-80)
  })

  test('agrees with the mean over raw answers', () => {
    fc.assert(
      fc.property(metricWithAnswers, ([metric, histogram]) => {
        const raw = Object.entries(histogram).flatMap(([value, n]) => Array(n).fill(Number(value)))
        const points = raw.map((value: number) => {
          if (metric === 'csat') return value >= 4 ? 100 : 0
          return metric === 'ces' ? value : value >= 9 ? 100 : value <= 6 ? -100 : 0
        })
        const { score, n } = scoreOf(metric, histogramOf(raw))
        expect(n).toBe(raw.length)
        if (n === 0) expect(score).toBeNull()
        else expect(score).toBeCloseTo(points.reduce((sum, one) => sum + one, 0) / n, 9)
      }),
    )
  })
})

describe('bands', () => {
  test('start and end where the definition says', () => {
    const byMetric = { nps: [6, 7, 8, 9], csat: [2, 3, 4], ces: [3, 4, 5] }
    expect(byMetric.nps.map((value) => bandOf('nps', value))).toEqual([
      'unhappy',
      'neutral',
      'neutral',
      'happy',
    ])
    expect(byMetric.csat.map((value) => bandOf('csat', value))).toEqual(BANDS)
    expect(byMetric.ces.map((value) => bandOf('ces', value))).toEqual(BANDS)
    expect(() => bandOf('ces', 0)).toThrow(RangeError)
  })

  test('are exhaustive: together they are n', () => {
    fc.assert(
      fc.property(metricWithAnswers, ([metric, histogram]) => {
        const { bands, n } = scoreOf(metric, histogram)
        expect(bands.unhappy + bands.neutral + bands.happy).toBe(n)
        expect(n).toBe(sizeOf(histogram))
      }),
    )
  })

  test('only whole numbers inside the scale are answers', () => {
    for (const value of [0, 10]) expect(isOnScale('nps', value)).toBe(true)
    for (const value of [-1, 11, 9.5, '9', null, undefined, NaN, true]) {
      expect(isOnScale('nps', value)).toBe(false)
    }
    expect(Object.keys(SCALES).every(isMetric)).toBe(true)
    expect(['text', 'toString', ''].some(isMetric)).toBe(false)
  })
})

describe('histograms', () => {
  test('add up whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10)), fc.array(fc.nat(10)), (some, others) => {
        const together = addHistograms(histogramOf(some), histogramOf(others))
        expect(together).toEqual(histogramOf([...others, ...some]))
        expect(sizeOf(together)).toBe(some.length + others.length)
      }),
    )
    expect(addHistograms()).toEqual({})
  })
})

describe('rounding', () => {
  test('takes halves away from zero, on both sides alike', () => {
    expect([12.5, -12.5, 0.5, -0.5].map((value) => roundHalfAway(value))).toEqual([13, -13, 1, -1])
    expect(roundHalfAway(1.005, 2)).toBe(1.01)
    expect(roundHalfAway(-8.345, 2)).toBe(-8.35)
    expect(roundHalfAway(1e-7, 7)).toBe(1e-7)
    expect(roundHalfAway(3e21, 1)).toBe(3e21)
  })

  test('never gives minus zero', () => {
    expect(Object.is(roundHalfAway(-0.4), 0)).toBe(true)
    expect(Object.is(roundHalfAway(-0), 0)).toBe(true)
  })

  test('happens once: 5 of 13 is 38 %, not the 39 that rounded shares leave', () => {
    const { score } = scoreOf('nps', { 10: 8, 0: 3, 7: 2 })
    expect(roundHalfAway(score!)).toBe(38)
    expect(roundHalfAway((8 / 13) * 100) - roundHalfAway((3 / 13) * 100)).toBe(39)
  })
})
