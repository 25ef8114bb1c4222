import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addHistograms, type Histogram } from '../../../surveys/scoring/histogram.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { slideWindow } from '../../../surveys/scoring/window.ts'

describe('a rolling window', () => {
  test('pools the counts of its days and averages no score', () => {
    // A day of one happy customer and a day of nine unhappy ones: the mean of the scores would be 0.
    const [pooled] = slideWindow([{ 10: 1 }, { 0: 9 }], 2)
    expect(scoreOf('nps', pooled!).score).toBe(-80)
  })

  test('holds the same answers as its days added up, wherever it stands', () => {
    const day = fc.dictionary(fc.constantFrom('0', '7', '10'), fc.nat(20), { maxKeys: 3 })
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (days, width) => {
          const counted = (histogram: Histogram) => scoreOf('nps', histogram).histogram
          const slid = slideWindow(days, width)
          expect(slid).toHaveLength(Math.max(0, days.length - width + 1))
          slid.forEach((pooled, at) =>
            expect(counted(pooled)).toEqual(counted(addHistograms(...days.slice(at, at + width)))),
          )
        },
      ),
    )
  })

  test('is empty where its days are, so that a gap stays a gap', () => {
    const scores = slideWindow([{ 9: 5 }, {}, {}, { 9: 5 }], 2).map((pooled) =>
      scoreOf('nps', pooled),
    )
    expect(scores.map(({ score }) => score)).toEqual([100, null, 100])
    expect(scores.map(({ evidenceLevel }) => evidenceLevel)).toEqual(['small', 'none', 'small'])
  })
})
