import type { Metric } from '../../../surveys/scoring/metrics.ts'
import type { Period, Scores, Survey } from '../base/api.ts'
import type { Segment } from './filter.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { segmentInWords, segmentName } from '../base/propertyNames.ts'
import type { Overlay, Verdict } from './overlays.ts'
import type { Cut } from '../chart/scale.ts'
import type { Trend } from './trend.ts'

/** A period's full name: "Week of 3 Mar 2026". */
function periodInWords(by: 'day' | 'week' | 'month', { from }: Pick<Period, 'from'>): string {
  if (by === 'month') return format.period(locale(), by, from)
  const day = format.day(locale(), from)
  return by === 'week' ? t('trends.weekOf', { day }) : day
}

/** What a picture's answers have in common: "Recommendation (NPS) · 1–30 Jun 2026 · team: North". */
export function countedInWords(
  { metric, from, to, counting }: Pick<Scores, 'metric' | 'from' | 'to' | 'counting'>,
  chosen: Segment[],
): string {
  return [
    t(`metrics.${metric}`),
    format.days(locale(), from, to),
    ...chosen.map(segmentInWords),
    ...(counting === 'customers' ? [t('filter.countings.customers')] : []),
  ].join(' · ')
}

/** "Scale cut to −40 … 40". */
export function cutInWords(metric: Metric, { low, high }: Cut): string {
  const write = (value: number) => format.score(locale(), metric, value)
  return t('trends.scale', { low: write(low), high: write(high) })
}

/** A point's name: its period, or the days of a rolling window. */
export function pointInWords({ window, scores }: Trend, period: Period): string {
  if (!window) return periodInWords(scores.by, period)
  const day = format.day(locale(), period.to)
  return t('chart.windowTo', { days: t(`chart.windows.${window}`), day })
}

/** The main line's name among overlays. */
export function trendName(survey: Survey, { overlays }: Trend, chosen: Segment[]): string {
  if (chosen.length)
    return chosen.map(({ property, value }) => segmentName(property, value)).join(' · ')
  return overlays.some(({ overlay }) => 'survey' in overlay) ? survey.name : t('filter.everyone')
}

/** An overlay's name at the end of its line. */
export function overlayName(surveys: Survey[], overlay: Overlay): string {
  if (!('survey' in overlay)) return segmentName(overlay.property, overlay.value)
  return surveys.find(({ id }) => id === overlay.survey)?.name ?? t('chart.gone')
}

/** "compared with everyone else: 6 higher · clear difference". */
export function verdictInWords(metric: Metric, verdict: Verdict, main: string): string {
  const by = (value: number) => format.distance(locale(), metric, value)
  if (verdict.against === 'group') {
    const { tier, difference } = verdict
    const isApart = (tier === 'above' || tier === 'below') && difference !== null
    if (!isApart) return t(`tiers.${tier}`)
    return `${t(`tiers.${tier}`)}: ${t(tier === 'above' ? 'chart.up' : 'chart.down', { by: by(difference) })}`
  }
  const { against, change } = verdict
  const than = against === 'rest' ? t('chart.rest') : t('chart.than', { name: main })
  if (change.difference === null || change.verdict === 'too-few')
    return `${than}: ${t('change.tooFew')}`
  if (change.verdict !== 'no-change')
    return `${than}: ${t(`chart.${change.verdict}`, { by: by(change.difference) })}`
  return `${than}: ${t('chart.alike', { by: format.needed(locale(), metric, change.detectable!) })}`
}
