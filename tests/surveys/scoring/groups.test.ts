import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../../surveys/scoring/compare.ts'
import { sortIntoTiers, type Group } from '../../../surveys/scoring/groups.ts'
import { addHistograms } from '../../../surveys/scoring/histogram.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { adjustBenjaminiHochberg } from '../../../surveys/scoring/differences/multiplicity.ts'
import { shrink } from '../../../surveys/scoring/shrinkage.ts'
import { answers } from './arbitraries.ts'

const agents: Group[] = [
  { key: 'Ada', histogram: { 10: 160, 8: 30, 0: 10 } },
  { key: 'Ben', histogram: { 10: 90, 8: 60, 0: 50 } },
  { key: 'Cyd', histogram: { 10: 40, 8: 60, 0: 100 } },
  { key: 'Dan', histogram: { 10: 29 } },
]

describe('groups in one view', () => {
  test('are sorted into above, cannot tell and below, and under thirty answers not at all', () => {
    const tiers = sortIntoTiers('nps', agents).map(({ key, tier }) => `${key} ${tier}`)
    expect(tiers).toEqual(['Ada above', 'Ben cannot-tell', 'Cyd below', 'Dan too-few'])
  })

  test('are compared with the rest, never with a total that contains them', () => {
    const [ada] = sortIntoTiers('nps', agents)
    const rest = { 10: 159, 8: 120, 0: 150 }
    expect(ada).toMatchObject({
      difference: scoreOf('nps', agents[0]!.histogram).score! - scoreOf('nps', rest).score!,
      p: compare('nps', rest, agents[0]!.histogram).p,
    })
  })

  test('a group too small to compare is part of the rest of others, but not of the correction', () => {
    const standings = sortIntoTiers('nps', agents)
    expect(standings.at(-1)).toMatchObject({ p: null, adjustedP: null })
    const ps = standings.slice(0, 3).map(({ p }) => p!)
    const adjusted = standings.slice(0, 3).map(({ adjustedP }) => adjustedP!)
    expect(adjusted).toEqual(adjustBenjaminiHochberg(ps))
  })

  test('one group alone can’t be compared', () => {
    const [alone] = sortIntoTiers('csat', [{ key: 'web', histogram: { 5: 40, 1: 10 } }])
    expect(alone).toMatchObject({ tier: 'cannot-tell', difference: null, p: null, shrunk: 80 })
    expect(sortIntoTiers('csat', [])).toEqual([])
  })

  test('a group without answers has no score and no estimate', () => {
    const [, silent] = sortIntoTiers('csat', [
      { key: 'web', histogram: { 5: 40, 1: 10 } },
      { key: 'fax', histogram: {} },
    ])
    expect(silent).toMatchObject({ tier: 'too-few', shrunk: null, difference: null })
    expect(silent!.score.score).toBeNull()
  })

  test('estimates lie between the own score and the score of all', () => {
    fc.assert(
      fc.property(fc.array(answers('ces'), { maxLength: 8 }), (histograms) => {
        const groups = histograms.map((histogram, i) => ({ key: `${i}`, histogram }))
        const all = scoreOf('ces', addHistograms(...histograms)).score
        for (const { score, shrunk } of sortIntoTiers('ces', groups)) {
          if (score.score === null || all === null) continue
          expect(shrunk).toBeGreaterThanOrEqual(Math.min(all, score.score) - 1e-9)
          expect(shrunk).toBeLessThanOrEqual(Math.max(all, score.score) + 1e-9)
        }
      }),
    )
  })
})

describe('shrinking', () => {
  test('moves the uncertain more than the certain', () => {
    const [certain, uncertain] = shrink(0, [
      { value: 10, variance: 1 },
      { value: 10, variance: 50 },
      { value: -10, variance: 5 },
    ])
    expect(certain).toBeGreaterThan(uncertain!)
  })

  test('moves all the way where chance explains all of the spread', () => {
    const close = [-1, 0, 1].map((value) => ({ value, variance: 100 }))
    expect(shrink(0, close)).toEqual([0, 0, 0])
  })
})

describe('Benjamini and Hochberg', () => {
  test('keeps the order, never falls below p and never exceeds 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
        const adjusted = adjustBenjaminiHochberg(ps)
        expect(adjusted).toHaveLength(ps.length)
        adjusted.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(ps[i]! * (1 - 1e-12))
          expect(value).toBeLessThanOrEqual(1)
        })
      }),
    )
  })
})
