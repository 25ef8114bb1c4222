import type { Metric } from '../../../surveys/scoring/metrics.ts'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'
import type { Score } from '../base/api.ts'
import type { Comparison } from './api.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'

/** A score for screen readers: "31, between 25 and 37, 412 answers". */
export function scoreInWords(score: Score): string {
  if (score.n === 0) return t('score.nothing')
  const answers = plural('answers', score.n)
  if (!isShown(score)) return `${answers}, ${t('score.tooFew')}`
  const write = (value: number) => format.score(locale(), score.metric, value)
  const spoken = t('score.spoken', {
    score: write(score.score),
    low: write(score.low),
    high: write(score.high),
  })
  return `${spoken}, ${answers}`
}

/** Score, interval and n: "31 ±6 · 412 answers". */
export function scoreInFigures(score: Score): string {
  if (!isShown(score)) return scoreInWords(score)
  const { metric, n } = score
  const figures = `${format.score(locale(), metric, score.score)} ${format.interval(locale(), metric, score)}`
  // Isolated, because figures run left to right in Hebrew too.
  return `\u2066${figures}\u2069 · ${plural('answers', n)}`
}

/** The result of the test for a change; only "up" and "down" are significant. */
export function changeInWords(metric: Metric, change: Comparison): string {
  const by = (value: number) => format.distance(locale(), metric, value)
  if (change.difference === null) return t('change.nothing')
  if (change.verdict === 'too-few') return t('change.tooFew')
  if (change.verdict !== 'no-change')
    return t(`change.${change.verdict}`, { by: by(change.difference) })
  if (change.detectable === null) return t('change.noChange')
  return t('change.noChangeWould', {
    by: format.needed(locale(), metric, change.detectable),
  })
}
