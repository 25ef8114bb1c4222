import { describe, expect, it } from 'vitest'
import { rhythmOf, usualRules, watchRules } from '../../../surveys/watching/rules.ts'
import { newSilence } from '../../../surveys/watching/silence.ts'

const rule = { on: true, days: 5 }
const live = { lastAnswer: 100, liveSince: 0 }

describe('a silence', () => {
  it('is raised after the set number of whole days, once', () => {
    expect(newSilence(rule, { ...live, today: 105 }, null)).toBeNull()
    expect(newSilence(rule, { ...live, today: 106 }, null)).toEqual({ from: 101, to: 105 })
    expect(newSilence(rule, { ...live, today: 108 }, 101)).toBeNull()
  })

  it('is another one after an answer, and not after an answer was erased', () => {
    const later = { ...live, lastAnswer: 110, today: 120 }
    expect(newSilence(rule, later, 101)).toEqual({ from: 111, to: 119 })
    expect(newSilence(rule, { ...live, lastAnswer: 95, today: 120 }, 101)).toBeNull()
  })

  it('begins when the survey could be answered again', () => {
    const resumed = { ...live, liveSince: 130 }
    expect(newSilence(rule, { ...resumed, today: 134 }, null)).toBeNull()
    expect(newSilence(rule, { ...resumed, today: 135 }, null)).toEqual({ from: 130, to: 134 })
  })

  it('is not raised if it was long enough more than four weeks ago', () => {
    expect(newSilence(rule, { ...live, today: 133 }, null)).not.toBeNull()
    expect(newSilence(rule, { ...live, today: 134 }, null)).toBeNull()
  })

  it('is none while a survey has never been answered', () => {
    expect(newSilence(rule, { lastAnswer: null, liveSince: 0, today: 50 }, null)).toBeNull()
  })
})

describe('the default rules', () => {
  it('report shifts, and suit the survey’s rhythm and usual scores', () => {
    expect(usualRules({ perWeek: 40, unhappy: 21.4 })).toEqual({
      shift: { on: true },
      share: { on: false, over: 31, days: 14 },
      silence: { on: false, days: 4 },
    })
    expect(usualRules({ perWeek: 2, unhappy: 95 })).toMatchObject({
      share: { over: 99, days: 84 },
      silence: { days: 25 },
    })
    expect(usualRules({ perWeek: 0.01, unhappy: null }).silence.days).toBeLessThanOrEqual(90)
  })

  it('are valid rules', () => {
    for (const perWeek of [null, 0.1, 1, 20, 1e5])
      for (const unhappy of [null, 0, 33.3, 100])
        expect(watchRules.safeParse(usualRules({ perWeek, unhappy })).success).toBe(true)
  })

  it('take the rhythm from the eight weeks before the silence', () => {
    const weeks = [100, 8, 8, 8, 8, 8, 8, 8, 16, 0, 0].map((n, at) => ({
      from: 7 * at,
      to: 7 * at + 6,
      histogram: { 5: n },
    }))
    expect(rhythmOf(weeks)).toBe(9)
    expect(rhythmOf([])).toBeNull()
  })
})
