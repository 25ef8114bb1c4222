import { beforeAll, expect, it, vi } from 'vitest'
import { whenInWords } from '../../../../web/dashboard/floods/floods.ts'
import { chooseLanguage, withWords } from '../../../../web/dashboard/base/i18n.ts'

const HOUR = 3_600_000
const NOON = Date.parse('2026-11-22T12:00:00Z')
const workspace = { timeZone: 'Europe/Prague', today: '2026-11-22' }

beforeAll(async () => {
  vi.stubGlobal('localStorage', { setItem: () => {} })
  vi.stubGlobal('document', { documentElement: {} })
  vi.stubGlobal('navigator', { languages: ['en-GB'] })
  await chooseLanguage('en')
  await withWords(() => Promise.resolve(), 'floods')()
})

it.each([
  [NOON, NOON + 30_000, 'at 13:00'],
  [NOON, NOON + HOUR, 'between 13:00 and 14:00'],
  [NOON - 24 * HOUR, NOON - 24 * HOUR, 'on 21 Nov at 13:00'],
  [NOON - 24 * HOUR, NOON - 23 * HOUR, 'on 21 Nov between 13:00 and 14:00'],
  // Midnight in Prague is an hour before that of UTC.
  [NOON - 14 * HOUR, NOON - 12 * HOUR, 'between 21 Nov 2026, 23:00 and 22 Nov 2026, 01:00'],
  [NOON - 13 * HOUR, NOON - 12.5 * HOUR, 'between 00:00 and 00:30'],
])(
  'shows when a flood came in the workspace’s time zone, with the day unless it is today',
  (from, to, words) => {
    expect(whenInWords({ from, to }, workspace)).toBe(words)
  },
)
