import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answersForNpsMargin,
  answersForPercentageWidth,
} from '../../../surveys/scoring/sampleSize.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'

describe('how many answers it takes', () => {
  test('that many answers give the margin that was asked for', () => {
    const n = answersForNpsMargin({ promoters: 0.5, detractors: 0.2 }, 5)
    const { low, high } = scoreOf('nps', {
      10: Math.round(0.5 * n),
      8: n - Math.round(0.5 * n) - Math.round(0.2 * n),
      0: Math.round(0.2 * n),
    })
    expect((high! - low!) / 2).toBeCloseTo(5, 1)
  })

  test('a narrower interval never takes fewer', () => {
    const width = fc.double({ min: 1, max: 50, noNaN: true })
    fc.assert(
      fc.property(width, fc.nat(100), (points, percentage) => {
        expect(answersForPercentageWidth(percentage, points / 2)).toBeGreaterThanOrEqual(
          answersForPercentageWidth(percentage, points),
        )
      }),
    )
  })

  test('is at least one', () => {
    expect(answersForNpsMargin({ promoters: 1, detractors: 0 }, 10)).toBe(1)
    expect(answersForPercentageWidth(100, 10)).toBe(1)
  })
})
