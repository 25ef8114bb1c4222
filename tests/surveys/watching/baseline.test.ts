import { expect, it } from 'vitest'
import { learnBaseline, type Week } from '../../../surveys/watching/baseline.ts'

const weeksOf = (...sizes: number[]): Week[] =>
  sizes.map((n, at) => ({ from: 7 * at, to: 7 * at + 6, histogram: { 9: n } }))

it('is learnt from the first thirteen weeks with answers when these are a hundred', () => {
  const weeks = weeksOf(0, 50, 50, 0, ...Array.from({ length: 12 }, () => 50))
  expect(learnBaseline(weeks)).toEqual({ days: { from: 7, to: 104 }, weeks: 13, answers: 650 })
})

it('takes as many more weeks as a hundred answers need', () => {
  const { days } = learnBaseline(weeksOf(...Array.from({ length: 30 }, () => 5)))
  expect(days).toEqual({ from: 0, to: 139 })
})

it('says how much is missing while there are too few answers', () => {
  expect(learnBaseline(weeksOf(0, 30, 40))).toEqual({ days: null, weeks: 2, answers: 70 })
  expect(learnBaseline([])).toEqual({ days: null, weeks: 0, answers: 0 })
})
