import { describe, expect, it } from 'vitest'
import * as format from '../../../web/dashboard/format.ts'

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
  it('has its sign and a place more than the score, so that parts add up on screen', () => {
    expect(format.part('en', 'nps', 5.64)).toBe('+5.6')
    expect(format.part('en', 'nps', -0.44)).toBe('−0.4')
    expect(format.part('en', 'nps', -0.04)).toBe('0.0')
    expect(format.part('de', 'ces', 0.256)).toBe('+0,26')
  })
})

describe('the interval beside a score', () => {
  it('is a ± while both arms round alike', () => {
    expect(format.interval('en', 'nps', { score: 31, low: 25.1, high: 37.2 })).toBe('±6')
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

  it('says how late something is in the largest unit that fits', () => {
    const HOUR = 3_600_000
    expect(format.duration('en', 50 * HOUR)).toBe('2 days')
    expect(format.duration('cs', 5 * HOUR)).toBe('5 hodin')
    expect(format.ago('en', 0, 3 * HOUR)).toBe('3 hours ago')
    expect(format.ago('en', 0, 1788 * 24 * HOUR)).toBe('Jan 1, 1970')
  })
})

describe('the name of a language', () => {
  it('is in the reader’s own, and what is no code stays as it is', () => {
    expect(format.languageName('cs', 'de')).toBe('němčina')
    expect(format.languageName('en', 'pt-BR')).toBe('Brazilian Portuguese')
    for (const other of ['Deutsch', 'en_US', 'qqq', '?', ''])
      expect(format.languageName('en', other)).toBe(other)
  })
})
