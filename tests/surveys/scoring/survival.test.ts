import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kaplanMeier, type Spell } from '../../../surveys/scoring/survival.ts'

const closed = (time: number): Spell => ({ time, ended: true })
const open = (time: number): Spell => ({ time, ended: false })

describe('how long cases take', () => {
  test('open cases count: the median of the closed ones alone is too fast', () => {
    const cases = [...[2, 4, 6, 8].map(closed), ...[10, 20, 20, 30].map(open), closed(40)]
    expect(kaplanMeier(cases).median).toBe(40)
  })

  test('a time is not reached yet while more than its share is open', () => {
    const { median, p90 } = kaplanMeier([...[1, 2, 3].map(closed), ...[9, 9].map(open)])
    expect(median).toBe(3)
    expect(p90).toBeNull()
    expect(kaplanMeier([open(5)]).median).toBeNull()
    expect(kaplanMeier([])).toEqual({ steps: [], median: null, p90: null })
  })

  test('where all have ended it is the plain median and ninetieth percentile', () => {
    const { median, p90 } = kaplanMeier([10, 1, 9, 2, 8, 3, 7, 4, 6, 5].map(closed))
    expect(median).toBe(5)
    expect(p90).toBe(9)
  })

  test('a case that ends the moment another is last seen had it at risk beside it', () => {
    expect(kaplanMeier([closed(5), open(5)]).steps[0]).toMatchObject({ atRisk: 2, survival: 0.5 })
  })

  test('a time below zero is refused', () => {
    expect(() => kaplanMeier([closed(-1)])).toThrow(RangeError)
    expect(() => kaplanMeier([open(NaN)])).toThrow(RangeError)
  })

  test('the curve falls inside its limits, and the limits stay inside 0 and 1', () => {
    const spell = fc.record({ time: fc.nat(30), ended: fc.boolean() })
    fc.assert(
      fc.property(fc.array(spell), (spells) => {
        let before = 1
        for (const { survival, low, high } of kaplanMeier(spells).steps) {
          expect(survival).toBeLessThan(before)
          expect([0, low, survival, high, 1]).toEqual(
            [0, low, survival, high, 1].toSorted((a, b) => a - b),
          )
          before = survival
        }
      }),
    )
  })
})
