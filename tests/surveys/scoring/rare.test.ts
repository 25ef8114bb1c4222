import { describe, expect, it } from 'vitest'
import { compare } from '../../../surveys/scoring/compare.ts'
import type { Metric } from '../../../surveys/scoring/metrics.ts'
import { cautiousVariance, momentsOf } from '../../../surveys/scoring/moments.ts'
import { midP } from '../../../surveys/scoring/differences/midP.ts'
import {
  leastExpected,
  shareInterval,
  wilson,
} from '../../../surveys/scoring/intervals/proportion.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { falseAlarms, falseTiers, holding, intervalOf } from '../../simulations/rare.ts'
import { USUAL, type Truth } from '../../simulations/truths.ts'

const RARE_LOWS: [name: string, metric: Metric, truth: Truth][] = [
  ['97 % sevens, 2 % sixes, 1 % ones', 'ces', [0.01, 0, 0, 0, 0, 0.02, 0.97]],
  ['95 % sevens, 5 % ones', 'ces', [0.05, 0, 0, 0, 0, 0, 0.95]],
  ['88 % sevens, 10 % sixes, 2 % ones', 'ces', [0.02, 0, 0, 0, 0, 0.1, 0.88]],
  ['93 % sevens, 5 % sixes, 2 % threes', 'ces', [0, 0, 0.02, 0, 0, 0.05, 0.93]],
  ['97 % ones, 2 % twos, 1 % sevens', 'ces', [0.97, 0.02, 0, 0, 0, 0, 0.01]],
  ['99 % satisfied', 'csat', [0.01, 0.99]],
  ['99.5 % satisfied', 'csat', [0.005, 0.995]],
  ['0.5 % detractors, 20 % passives', 'nps', [0.005, 0.2, 0.795]],
  ['1 % detractors, 99 % passives', 'nps', [0.01, 0.99, 0]],
]

describe.each(RARE_LOWS)('where the truth is %s', (_, metric, truth) => {
  it.each([10, 30, 100])('an interval from %i answers holds it often enough', (n) => {
    expect(holding(metric, n, truth, intervalOf(metric)).coverage).toBeGreaterThanOrEqual(0.93)
  })
})

it('a thousand answers with a rare low among them are covered as well', () => {
  const truth = [0.002, 0, 0, 0, 0, 0.02, 0.978]
  expect(holding('ces', 1000, truth, intervalOf('ces')).coverage).toBeGreaterThanOrEqual(0.93)
})

it('two equal samples with rare lows are told apart in 6 % at most', () => {
  for (const truth of [
    [0.01, 0, 0, 0, 0, 0.02, 0.97],
    [0.01, 0.01, 0, 0, 0, 0.03, 0.95],
  ])
    expect(falseAlarms('ces', [100, 100], truth)).toBeLessThanOrEqual(0.06)
  expect(falseAlarms('csat', [100, 1000], [0.002, 0.998])).toBeLessThanOrEqual(0.06)
})

it('ten equal groups with rare lows have a false tier in 11 % of views at most', () => {
  expect(falseTiers('ces', 10, 200, [0.01, 0, 0, 0, 0, 0.02, 0.97], 300)).toBeLessThan(0.11)
  expect(falseTiers('csat', 10, 60, [0.01, 0.99], 400)).toBeLessThan(0.11)
})

it('where answers differ anyway the interval is hardly wider than their own variance makes it', () => {
  const usual = { 1: 2, 2: 2, 3: 3, 4: 3, 5: 6, 6: 7, 7: 7 }
  const moments = momentsOf('ces', usual)
  expect(cautiousVariance('ces', moments) / moments.variance).toBeLessThan(1.02)
  expect(cautiousVariance('ces', momentsOf('ces', { 7: 99, 6: 1 }))).toBeGreaterThan(0.35)
  for (const truth of USUAL.ces)
    expect(holding('ces', 30, truth, intervalOf('ces')).coverage).toBeLessThanOrEqual(0.985)
})

it('a limit moves only where answers off an end are rare, and only the one by that end', () => {
  expect(shareInterval(0.9, 100)).toEqual(wilson(0.9, 100))
  const near = shareInterval(0.99, 100)
  expect(near.low).toBe(wilson(0.99, 100).low)
  expect(near.high).toBeGreaterThan(wilson(0.99, 100).high)
  expect(near.high).toBeLessThan(1)
  expect(scoreOf('csat', { 5: 100 })).toMatchObject({ high: 100 })
})

it('the least expected number is the Poisson limit, nearly', () => {
  // Half the χ² quantiles of .025 with 2, 6 and 20 degrees of freedom: 0.0253, 0.6187, 4.795.
  expect(leastExpected(1, 1.959964)).toBeLessThan(0.0253)
  expect(leastExpected(3, 1.959964)).toBeCloseTo(0.61, 1)
  expect(leastExpected(10, 1.959964)).toBeCloseTo(4.795, 1)
})

it('the exact test counts half of what is as rare as what was observed', () => {
  // Of 4 yeses among 4 + 4, all in one half: chances 1, 16, 36, 16, 1 of 70; (½ + ½)/70.
  expect(midP({ count: 4, n: 4 }, { count: 0, n: 4 })).toBeCloseTo(1 / 70, 12)
  expect(midP({ count: 2, n: 4 }, { count: 2, n: 4 })).toBeCloseTo((34 + 18) / 70, 12)
})

it('a single dissatisfied answer in a group tells it from nothing', () => {
  const { verdict, difference, detectable } = compare('csat', { 5: 1000, 1: 1 }, { 5: 99, 1: 1 })
  expect(verdict).toBe('no-change')
  expect(detectable!).toBeGreaterThanOrEqual(Math.abs(difference!))
})
