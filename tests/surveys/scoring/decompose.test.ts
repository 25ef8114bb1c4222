import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitChange } from '../../../surveys/scoring/decompose.ts'
import { addHistograms, type Histogram } from '../../../surveys/scoring/histogram.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { answers, METRICS } from './arbitraries.ts'

describe('a change, split', () => {
  test('is all mix where no group changed but more of the unhappy one answered', () => {
    const chat = { 5: 80, 1: 20 }
    const phone = { 5: 40, 1: 60 }
    const split = splitChange('csat', { chat, phone }, { chat, phone: { 5: 80, 1: 120 } })!
    expect(split.within).toBeCloseTo(0, 12)
    expect(split.mix).toBeCloseTo(split.total, 12)
    expect(split.groups.every(({ mix }) => mix < 0)).toBe(true)
  })

  test('is all within where the groups answered as before in number', () => {
    const before = { chat: { 5: 80, 1: 20 }, phone: { 5: 40, 1: 60 } }
    const after = { chat: { 5: 80, 1: 20 }, phone: { 5: 60, 1: 40 } }
    const split = splitChange('csat', before, after)!
    expect(split).toMatchObject({ mix: 0 })
    expect(split.within).toBeCloseTo(10, 12)
    expect(split.groups[1]!.within).toBeCloseTo(10, 12)
  })

  test('a group that is new or gone is mix, for it cannot have changed', () => {
    const split = splitChange('nps', { web: { 10: 50 } }, { web: { 10: 50 }, app: { 0: 50 } })!
    expect(split.total).toBe(-100)
    expect(split.within).toBe(0)
    expect(split.mix).toBeCloseTo(-100, 12)
  })

  test('needs answers on both sides', () => {
    expect(splitChange('nps', { web: {} }, { web: { 10: 5 } })).toBeNull()
    expect(splitChange('nps', {}, {})).toBeNull()
  })

  test('sums exactly to the change of the score', () => {
    const keyed = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), answers('csat'))
    fc.assert(
      fc.property(fc.constantFrom(...METRICS), keyed, keyed, (metric, before, after) => {
        const split = splitChange(metric, before, after)
        const [was, is] = [before, after].map((groups) => scoreOf(metric, pool(groups)).score)
        expect(split === null).toBe(was === null || is === null)
        fc.pre(split !== null)
        const { total, mix, within, groups } = split
        expect(Math.abs(total - (is! - was!))).toBeLessThan(1e-9)
        expect(Math.abs(mix + within - total)).toBeLessThan(1e-9)
        const parts = groups.reduce((sum, group) => sum + group.mix + group.within, 0)
        expect(Math.abs(parts - total)).toBeLessThan(1e-9)
      }),
    )
  })
})

function pool(groups: Record<string, Histogram>): Histogram {
  return addHistograms(...Object.values(groups))
}
