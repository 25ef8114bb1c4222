import { dayFromIso } from '../../../surveys/days.ts'
import type { Period } from '../base/api.ts'
import type { Annotations } from './api.ts'
import type { Flag } from '../chart/picture.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import type { Metric } from '../../../surveys/scoring/metrics.ts'

/**
 * A lasting change: `since` is the Monday of its most likely first week, `onset` the Mondays of the
 * first and last possible one. Older alerts have no `onset`.
 */
export type Shift = {
  since: string
  onset?: { from: string; to: string } | undefined
  direction: 'up' | 'down'
  size: number
  low?: number | undefined
  high?: number | undefined
}

/** The annotations, versions and shifts within a trend, by day. */
export function flagsOf(
  periods: readonly Period[],
  metric: Metric,
  { annotations, versions }: Annotations,
  shifts: readonly Shift[],
): Flag[] {
  const events: { day: string; kind: Flag['kind']; text: string }[] = [
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
  return events
    .flatMap(({ day, ...flag }) => {
      const at = placeOf(periods, day)
      return at === null ? [] : [{ at, ...flag }]
    })
    .toSorted((a, b) => a.at - b.at)
}

/** "Version 2 published": the automatic annotation of a new version. */
export const versionInWords = (version: number) =>
  t('annotations.version', { version: format.count(locale(), version) })

/** "down 12 (8–16)". */
export const shiftInWords = (
  metric: Metric,
  { direction, ...size }: Pick<Shift, 'direction' | 'size' | 'low' | 'high'>,
) => t(`annotations.${direction}`, { by: format.unbroken(format.estimate(locale(), metric, size)) })

/** A day's position among the periods, as a fraction of its own; null outside all of them. */
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
