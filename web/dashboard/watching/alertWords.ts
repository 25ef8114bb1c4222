import type { Alert } from './api.ts'
import { daysBefore } from '../base/format.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import type { Metric } from '../../../surveys/scoring/metrics.ts'

/** An alert's finding in a sentence. */
export function alertInWords({ facts }: Alert): string {
  switch (facts.kind) {
    case 'shift':
      return shiftInWords(facts)
    case 'share':
      return t('alerts.share', {
        share: format.share(locale(), facts.unhappy, facts.n),
        over: format.share(locale(), facts.over, 100),
      })
    case 'silence':
      return plural('alerts.silence', facts.days)
    default:
      return facts satisfies never
  }
}

/** A shift's size, with its interval if known. */
type Moved = { direction: 'up' | 'down'; size: number; low?: number; high?: number }

/** "Score down by about 12 (8–16) · clear change"; only the most it may be if the interval includes 0. */
export function shiftInWords({ metric, ...moved }: Moved & { metric: Metric }): string {
  const most = format.atMost(locale(), metric, moved)
  if (most) return t(`alerts.${moved.direction}AtMost`, { by: most })
  return t(`alerts.${moved.direction}`, {
    by: format.unbroken(format.estimate(locale(), metric, moved)),
  })
}

/** "Since one of the weeks from 4 May to 25 May, from 31 to about 22, 412 answers until 31 May". */
export function sinceInWords({
  metric,
  since,
  at,
  onset = { from: since, to: since },
  before,
  after,
  n,
}: {
  metric: Metric
  since: string
  at: string
  onset?: { from: string; to: string }
  before: number
  after: number
  n: number
}): string {
  const levels = {
    before: format.score(locale(), metric, before),
    after: format.score(locale(), metric, after),
    answers: t('alerts.until', {
      answers: plural('answers', n),
      day: dayInWords(shiftWeeks({ since, at }).to),
    }),
  }
  return onset.from === onset.to
    ? t('alerts.since', { day: dayInWords(onset.from), ...levels })
    : t('alerts.sinceOneOf', {
        from: dayInWords(onset.from),
        to: dayInWords(onset.to),
        ...levels,
      })
}

/** An alert's details: when, from what score to what, how many answers. */
export function alertFactsInWords({ facts }: Alert): string {
  switch (facts.kind) {
    case 'shift':
      return sinceInWords(facts)
    case 'share':
      return t('alerts.shareFacts', {
        days: format.days(locale(), facts.from, facts.to),
        low: format.share(locale(), facts.low, 100),
        answers: plural('answers', facts.n),
      })
    case 'silence': {
      const usual = Math.round(facts.perWeek ?? 0)
      const from = t('alerts.from', { day: dayInWords(facts.from) })
      if (usual === 0) return from
      return t('alerts.usually', { from, answers: plural('answers', usual) })
    }
    default:
      return facts satisfies never
  }
}

/** A day, without the current year. */
export function dayInWords(iso: string): string {
  return format.day(locale(), iso, new Date().toISOString())
}

/** The days from a shift's start to the end of the week in which it was detected. */
export const shiftWeeks = ({ since, at }: { since: string; at: string }) => ({
  from: since,
  to: daysBefore(at, -6),
})

/** The address of the answers that an alert counts; undefined for a silence. */
export function rowsOf({ survey, question, facts }: Alert): string | undefined {
  if (facts.kind === 'silence') return undefined
  const { from, to } = facts.kind === 'shift' ? shiftWeeks(facts) : facts
  return `/surveys/${survey.id}/responses?question=${question}&range=custom&from=${from}&to=${to}`
}

const WEEKS_BEFORE = 8

/**
 * The address of the trend of an alert's days: of a shift, compared with the baseline that it shifted from;
 * of others, with some weeks before them.
 */
export function weeksOf({ survey, question, facts }: Alert): string {
  const trend = `/surveys/${survey.id}/trends?question=${question}&range=custom`
  if (facts.kind === 'shift') {
    const { onset = { from: facts.since }, baseline } = facts
    const days = `&from=${onset.from}&to=${shiftWeeks(facts).to}`
    return `${trend}${days}&against=custom&beforeFrom=${baseline.from}&beforeTo=${baseline.to}`
  }
  return `${trend}&from=${daysBefore(facts.from, 7 * WEEKS_BEFORE)}&to=${facts.to}`
}
