import { z } from 'zod'
import { sizeOf } from '../scoring/histogram.ts'
import type { Week } from './baseline.ts'

const whole = (from: number, to: number) => {
  const message = `must be a whole number from ${from} to ${to}`
  return z.int(message).min(from, message).max(to, message)
}
const on = z.boolean('must be true or false')

const shareRule = z.strictObject(
  { on, over: whole(1, 99), days: whole(1, 90) },
  'must be an object',
)
const silenceRule = z.strictObject({ on, days: whole(1, 90) }, 'must be an object')

/**
 * The rules for alerts of one scored question: a shift of its score; more than `over` % unhappy answers
 * in the last `days`; no answer for `days`.
 */
export const watchRules = z.strictObject(
  {
    shift: z.strictObject({ on }, 'must be an object'),
    share: shareRule,
    silence: silenceRule,
  },
  'must be an object',
)

export type WatchRules = z.infer<typeof watchRules>
export type ShareRule = z.infer<typeof shareRule>
export type SilenceRule = z.infer<typeof silenceRule>

/** A question's usual answers per week, and usual share of unhappy ones in %; null if unknown. */
export type Usual = { perWeek: number | null; unhappy: number | null }

const RHYTHM_WEEKS = 8

/** Recent answers per week, ignoring weeks without answers at the end; null without answers. */
export function rhythmOf(weeks: readonly Week[]): number | null {
  const sizes = weeks.map(({ histogram }) => sizeOf(histogram))
  const recent = sizes.slice(0, sizes.findLastIndex((n) => n > 0) + 1).slice(-RHYTHM_WEEKS)
  return recent.length ? recent.reduce((sum, n) => sum + n, 0) / recent.length : null
}

/**
 * The default rules: shifts raise alerts; the other two are off, with numbers that suit the question. The
 * bound is ten points above the usual share, over enough weeks for 30 answers. A silence lasts as long as
 * chance causes once in ten years, and longer than a long weekend.
 * Source: with answers at random, λ a day, 365·λ·e^(−λd) gaps a year are longer than d days.
 */
export function usualRules({ perWeek, unhappy }: Usual): WatchRules {
  return {
    shift: { on: true },
    share: {
      on: false,
      over: unhappy === null ? 30 : Math.min(99, Math.round(unhappy) + 10),
      days: perWeek ? 7 * clamp(Math.ceil(30 / perWeek), 2, 12) : 14,
    },
    silence: { on: false, days: perWeek ? rareSilence(perWeek / 7) : 7 },
  }
}

const SILENCES_A_YEAR = 0.1
const LONG_WEEKEND = 4

function rareSilence(perDay: number): number {
  const days = Math.log((365 * perDay) / SILENCES_A_YEAR) / perDay
  return clamp(Math.ceil(days), LONG_WEEKEND, 90)
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value))
}
