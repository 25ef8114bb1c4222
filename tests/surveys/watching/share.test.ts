import { expect, it } from 'vitest'
import { newShare } from '../../../surveys/watching/share.ts'

const rule = { on: true, over: 30, days: 7 }

/** Days from 0 on, with these numbers of unhappy and happy answers. */
const daysOf = (...counts: [unhappy: number, happy: number][]) =>
  counts.map(([unhappy, happy], day) => ({ day, histogram: { 1: unhappy, 5: happy } }))
const repeated = (times: number, count: [number, number]) =>
  Array.from({ length: times }, () => count)

it('is over the bound only when its lower limit is', () => {
  expect(newShare('csat', rule, daysOf(...repeated(7, [4, 6])), null)).toBeNull()
  const share = newShare('csat', rule, daysOf(...repeated(7, [6, 4])), null)
  expect(share).toMatchObject({ from: 0, to: 6, unhappy: 42, n: 70 })
  expect(share!.low).toBeGreaterThan(30)
})

it('is not raised by three unlucky answers', () => {
  expect(newShare('csat', { ...rule, over: 5 }, daysOf([3, 0]), null)).toBeNull()
})

it('counts the days of the rule and no others', () => {
  const days = daysOf(...repeated(7, [10, 0]), ...repeated(7, [2, 8]))
  expect(newShare('csat', rule, days, null)).toBeNull()
  expect(newShare('csat', { ...rule, days: 14 }, days, null)).toMatchObject({ from: 0, to: 13 })
})

it('is raised again only after the share has been back at the bound', () => {
  const still = daysOf(...repeated(14, [6, 4]))
  expect(newShare('csat', rule, still, { to: 6, over: 30 })).toBeNull()
  const again = daysOf(...repeated(7, [6, 4]), ...repeated(7, [0, 10]), ...repeated(7, [8, 2]))
  expect(newShare('csat', rule, again, { to: 6, over: 30 })).toMatchObject({ to: 20 })
})

it('is raised for a new bound', () => {
  const days = daysOf(...repeated(14, [6, 4]))
  expect(newShare('csat', { ...rule, over: 40 }, days, { to: 6, over: 30 })).toMatchObject({
    to: 13,
  })
})

it('is nothing without days', () => {
  expect(newShare('csat', rule, [], null)).toBeNull()
})
