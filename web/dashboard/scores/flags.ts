import { dayFromIso } from '../../../surveys/days.ts'
import type { Period } from '../base/api.ts'
import type { Annotations } from './api.ts'
import type { Flag } from '../chart/picture.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import type { Metric } from '../../../surveys/scoring/metrics.ts'

/**
 * A lasting change: `since` is the Monday of the week in which it likeliest began, `onset` those of the
 * first and last week it can have begun in; an alert raised before these were estimated has none.
 */
export type Shift = {
  since: string
  onset?: { from: string; to: string } | undefined
  direction: 'up' | 'down'
  size: number
  low?: number | undefined
  high?: number | undefined
}

/** Everything that happened while the trend ran, in the order of the days. */
export function flagsOf(
  periods: readonly Period[],
  metric: Metric,
  { annotations, versions }: Annotations,
  shifts: readonly Shift[],
): Flag[] {
  const told: { day: string; kind: Flag['kind']; text: string }[] = [
    ...annotations.map(({ day, text }) => ({ day, kind: 'annotation' as const, text })),
    ...versions.map(({ day, version }) => ({
      day,
      kind: 'annotation' as const,
      text: versionInWords(version),
    })),
    ...shifts.map(({ since, ...shift }) => ({
      day: since,
      kind: shift.direction,
      text: shiftInWords(metric, shift),
    })),
  ]
  return told
    .flatMap(({ day, ...flag }) => {
      const at = placeOf(periods, day)
      return at === null ? [] : [{ at, ...flag }]
    })
    .toSorted((a, b) => a.at - b.at)
}

/** "Version 2 published": the mark that a new version makes by itself. */
export const versionInWords = (version: number) =>
  t('marks.version', { version: format.count(locale(), version) })

/** "down 12 (8–16)". */
export const shiftInWords = (
  metric: Metric,
  { direction, ...size }: Pick<Shift, 'direction' | 'size' | 'low' | 'high'>,
) => t(`marks.${direction}`, { by: format.unbroken(format.estimate(locale(), metric, size)) })

/** Where a day lies among the periods, as far into its own as the day is; null outside of all. */
export function placeOf(
  periods: readonly Pick<Period, 'from' | 'to'>[],
  day: string,
): number | null {
  const index = periods.findLastIndex(({ to, from }) => from <= day && day <= to)
  if (index < 0) return null
  const { from, to } = periods[index]!
  const [start, end, here] = [from, to, day].map((iso) => dayFromIso(iso)!) as [
    number,
    number,
    number,
  ]
  return index - 0.5 + (here - start + 0.5) / (end - start + 1)
}
