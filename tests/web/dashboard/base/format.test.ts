import { describe, expect, it } from 'vitest'
import * as format from '../../../../web/dashboard/base/format.ts'

describe('a score on screen', () => {
  it('is rounded half away from zero, with a real minus', () => {
    expect(format.score('en', 'nps', -12.5)).toBe('−13')
    expect(format.score('en', 'nps', 12.5)).toBe('13')
  })

  it('shows an NPS of nought as 0, never as −0', () => {
    expect(format.score('en', 'nps', -0.2)).toBe('0')
  })

  it('is written in the unit of its metric', () => {
    expect(format.score('en', 'csat', 80.6)).toBe('81%')
    expect(format.score('de', 'ces', 5.25)).toBe('5,3')
  })
})

describe('a part of a change', () => {
  it('has its sign and one decimal more than the score, so that parts add up on screen', () => {
    expect(format.part('en', 'nps', 5.64)).toBe('+5.6')
    expect(format.part('en', 'nps', -0.44)).toBe('−0.4')
    expect(format.part('en', 'nps', -0.04)).toBe('0.0')
    expect(format.part('de', 'ces', 0.256)).toBe('+0,26')
  })
})

describe('the interval beside a score', () => {
  it('is a ± if both arms round alike', () => {
    expect(format.interval('en', 'nps', { score: 31, low: 25.1, high: 37.2 })).toBe('±6')
  })

  it('names both ends if the arms round differently, or to nothing', () => {
    expect(format.interval('en', 'nps', { score: 31, low: 24.6, high: 37.6 })).toBe('(25–38)')
    expect(format.interval('en', 'ces', { score: 6.98, low: 6.94, high: 7 })).toBe('(6.9–7.0)')
    expect(format.interval('en', 'ces', { score: 6.98, low: 6.98, high: 6.98 })).toBe('±0.0')
  })

  it('is never a ± that is wrong by more than the rounding of one arm', () => {
    for (const metric of ['nps', 'csat', 'ces'] as const) {
      const [least, most, step] = { nps: [-100, 100, 1], csat: [0, 100, 1], ces: [1, 7, 0.1] }[
        metric
      ] as [number, number, number]
      for (let at = 0; at < 4000; at++) {
        const score = least + ((most - least) * ((at * 7919) % 4001)) / 4001
        const low = Math.max(least, score - 8 * step * ((at * 104_729) % 97) * 0.0103)
        const high = Math.min(most, score + 8 * step * ((at * 1_299_709) % 89) * 0.0113)
        const shown = format.interval('en', metric, { score, low, high })
        if (!shown.startsWith('±')) continue
        const arm = Number(shown.slice(1))
        expect(Math.abs(arm - (score - low))).toBeLessThanOrEqual(step / 2 + 1e-9)
        expect(Math.abs(arm - (high - score))).toBeLessThanOrEqual(step / 2 + 1e-9)
        if (high > low) expect(arm).toBeGreaterThan(0)
      }
    }
  })

  it('of a shift is its size without a sign, with limits in the same order', () => {
    expect(format.estimate('en', 'nps', { size: -9.2, low: -14.1, high: -4 })).toBe('9 (4–14)')
    expect(format.estimate('en', 'nps', { size: -9, low: -14, high: 1 })).toBe('9 (−1 … 14)')
    expect(format.estimate('de', 'ces', { size: 0.44, low: 0.1, high: 0.8 })).toBe('0,4 (0,1–0,8)')
    expect(format.estimate('en', 'nps', { size: -12 })).toBe('12')
  })

  it('gives the most that a distance may be only if its interval includes 0', () => {
    expect(format.atMost('en', 'nps', { size: -9, low: -14, high: 1 })).toBe('14')
    expect(format.atMost('en', 'nps', { size: 9, low: 0.4, high: 21 })).toBe('21')
    expect(format.atMost('en', 'nps', { size: 9, low: 0.6, high: 21 })).toBeNull()
    expect(format.atMost('en', 'nps', { size: 9 })).toBeNull()
  })

  it('of a shift keeps its figure before its limits among words that run to the left', () => {
    const shift = { size: -29, low: -43, high: -13 }
    expect(format.estimate('he', 'nps', shift)).toBe('29 (\u206613–43\u2069)')
  })

  it('never asks for a difference of nothing', () => {
    expect(format.needed('en', 'ces', 0.04)).toBe('0.1')
    expect(format.needed('en', 'nps', 11.2)).toBe('11')
  })

  it('names both ends where the scale cuts one arm off', () => {
    expect(format.interval('en', 'csat', { score: 98, low: 88, high: 99.6 })).toBe('(88–100%)')
  })

  it('keeps a negative lower end readable', () => {
    expect(format.range('en', 'nps', -20, 10)).toBe('−20 … 10')
  })
})

describe('days and times', () => {
  it('leaves the year out when it is the present one', () => {
    expect(format.day('en-GB', '2026-03-03', '2026-11-22')).toBe('3 Mar')
    expect(format.day('en-GB', '2025-03-03', '2026-11-22')).toBe('3 Mar 2025')
  })

  it('counts days across the end of a month and of daylight saving', () => {
    expect(format.daysBefore('2026-03-01', 1)).toBe('2026-02-28')
    expect(format.daysBefore('2026-11-02', 30)).toBe('2026-10-03')
  })

  it('shows an instant in the time zone of the workspace', () => {
    const newYear = Date.UTC(2026, 11, 31, 23, 30)
    expect(format.instant('en-GB', 'Europe/Prague', newYear)).toBe('1 Jan 2027, 00:30')
  })

  it('shows lateness in the largest unit that fits', () => {
    const HOUR = 3_600_000
    expect(format.duration('en', 50 * HOUR)).toBe('2 days')
    expect(format.duration('cs', 5 * HOUR)).toBe('5 hodin')
    expect(format.ago('en', 0, 3 * HOUR)).toBe('3 hours ago')
    expect(format.ago('en', 0, 1788 * 24 * HOUR)).toBe('Jan 1, 1970')
  })
})

describe('the name of a language', () => {
  it('is in the reader’s own language, and an unknown code stays as it is', () => {
    expect(format.languageName('cs', 'de')).toBe('němčina')
    expect(format.languageName('en', 'pt-BR')).toBe('Brazilian Portuguese')
    for (const other of ['Deutsch', 'en_US', 'qqq', '?', ''])
      expect(format.languageName('en', other)).toBe(other)
  })
})

describe('the labels of an axis', () => {
  const weeks = ['2024-12-23', '2024-12-30', '2025-01-06']

  it('have their year where there is more than one', () => {
    expect(format.axis('en-GB', 'week', weeks)).toEqual([
      '23 Dec 2024',
      '30 Dec 2024',
      '6 Jan 2025',
    ])
    expect(format.axis('en-GB', 'day', weeks)[2]).toBe('6 Jan 2025')
  })

  it('have none within one year', () => {
    expect(format.axis('en-GB', 'week', weeks.slice(0, 2))).toEqual(['23 Dec', '30 Dec'])
    expect(format.axis('en-GB', 'week', [])).toEqual([])
  })
})
