import type { Metric } from '../../../surveys/scoring/metrics.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import type { Effect } from './api.ts'

/** The score of those who gave an answer against that of the others: "31 (22–40) lower · clear difference". */
export function effectInWords(metric: Metric, effect: Effect): string {
  const { verdict, difference, low, high, detectable } = effect
  if (verdict === 'too-few' || difference === null) return t('chart.tooFew')
  if (verdict === 'no-difference') {
    const by = detectable === null ? '' : format.needed(locale(), metric, detectable)
    return t('chart.alike', { by })
  }
  const interval = low === null || high === null ? {} : { low, high }
  const by = format.estimate(locale(), metric, { size: difference, ...interval })
  return t(verdict === 'higher' ? 'chart.up' : 'chart.down', { by })
}
